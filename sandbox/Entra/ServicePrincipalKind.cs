namespace Provisioning.Sandbox.Entra;

/// <summary>What a service principal stands for; the names are those of Graph's <c>servicePrincipalType</c>.</summary>
internal enum ServicePrincipalKind
{
    /// <summary>An application's presence in the tenant.</summary>
    Application,

    /// <summary>A managed identity, system- or user-assigned; Azure creates and deletes it, Graph only reads it.</summary>
    ManagedIdentity,
}
