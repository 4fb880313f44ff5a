namespace Provisioning.Infra.Model;

/// <summary>Azure's <c>principalType</c> of a role assignment.</summary>
public enum PrincipalKind
{
    /// <summary>An application or a managed identity.</summary>
    ServicePrincipal,

    /// <summary>A person.</summary>
    User,

    /// <summary>A group of the tenant.</summary>
    Group,
}
