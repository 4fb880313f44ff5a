using System.Collections.Immutable;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>The names of a registration's properties, as the schema has them.</summary>
internal static class RegistrationProperties
{
    /// <summary>The organization that accepts the principal: a UUID, or a slug.</summary>
    public const string OrganizationId = "organizationId";

    /// <summary>The display name.</summary>
    public const string Name = "name";

    /// <summary>The principal's client id.</summary>
    public const string ClientId = "clientId";

    /// <summary>The principal's tenant.</summary>
    public const string TenantId = "tenantId";

    /// <summary>The id that the service gave; an output.</summary>
    public const string RegistrationId = "registrationId";

    /// <summary>What a program says, all of it required.</summary>
    public static ImmutableArray<string> Inputs { get; } = [ClientId, Name, OrganizationId, TenantId];
}
