using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>A component that has, or is, a principal in Entra.</summary>
internal interface IPrincipalComponent
{
    /// <summary>Object id of the principal: what roles are assigned to.</summary>
    Output<string> PrincipalId { get; }

    /// <summary>Application (client) id of the principal: what tokens are asked for with.</summary>
    Output<string> ClientId { get; }

    /// <summary>What people know the principal by.</summary>
    string DisplayName { get; }
}
