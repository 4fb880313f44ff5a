using System.Collections.Immutable;
using System.Text.Json;

namespace Provisioning.Sandbox.Entra;

/// <summary>The definition of an application: its ids, names and federated credentials. It holds no secret, ever.</summary>
internal sealed record Application
{
    /// <summary>The object id: what Graph's paths name.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>The client id: what token requests name; an alternate key.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The name people see; not unique.</summary>
    public required string DisplayName { get; init; }

    /// <summary>An alternate key that callers choose once; null when they did not.</summary>
    public string? UniqueName { get; init; }

    /// <summary>Free text; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>Who can sign in, <c>AzureADMyOrg</c> by default.</summary>
    public string SignInAudience { get; init => field = value ?? "AzureADMyOrg"; } = "AzureADMyOrg";

    /// <summary>URIs that tokens for this application can be asked for by; unique in the tenant.</summary>
    public ImmutableArray<string> IdentifierUris { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Free labels.</summary>
    public ImmutableArray<string> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What else callers set (permissions, redirect URIs, notes, …), by Graph's names.</summary>
    public ImmutableDictionary<string, JsonElement> Settings { get; init => field = value ?? []; } = [];

    /// <summary>Its federated credentials in the order they were added.</summary>
    public ImmutableArray<FederatedCredential> FederatedCredentials { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When readers begin to see it.</summary>
    public required DateTimeOffset VisibleAt { get; init; }

    /// <summary>When it was deleted; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
