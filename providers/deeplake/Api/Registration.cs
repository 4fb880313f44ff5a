namespace Provisioning.Providers.DeepLake.Api;

/// <summary>A registration as the service shows it.</summary>
/// <param name="Id">The id that the service gave.</param>
/// <param name="Name">The display name.</param>
/// <param name="ClientId">The principal's client id, in lower case; empty when the registration is of another cloud.</param>
/// <param name="TenantId">The principal's tenant, in lower case; empty when the registration is of another cloud.</param>
internal sealed record Registration(string Id, string Name, string ClientId, string TenantId)
{
    /// <summary>Whether it is of this principal.</summary>
    public bool IsOf(string clientId, string tenantId) => ClientId == clientId && TenantId == tenantId;
}
