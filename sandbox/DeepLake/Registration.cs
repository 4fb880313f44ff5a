namespace Provisioning.Sandbox.DeepLake;

/// <summary>An Entra principal that an organization accepts.</summary>
/// <param name="Id">The registration's id.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Name">The name people see; not unique.</param>
/// <param name="ClientId">The principal's client id; with the tenant it is unique in the organization.</param>
/// <param name="TenantId">The principal's tenant.</param>
/// <param name="CreatedAt">When it was registered.</param>
internal sealed record Registration(Guid Id, string OrganizationId, string Name, Guid ClientId, Guid TenantId, DateTimeOffset CreatedAt);
