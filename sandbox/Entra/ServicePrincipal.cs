using System.Collections.Immutable;
using System.Text.Json;

namespace Provisioning.Sandbox.Entra;

/// <summary>A principal that can sign in and hold role assignments.</summary>
/// <param name="AccountEnabled">Off: sign-ins are refused with AADSTS7000112.</param>
internal sealed record ServicePrincipal(bool AccountEnabled = true)
{
    /// <summary>The object id: what role assignments name and what <c>oid</c> carries in tokens.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>The client id: what token requests name and what <c>appid</c> carries in tokens.</summary>
    public required Guid AppId { get; init; }

    /// <summary>Application or managed identity.</summary>
    public required ServicePrincipalKind Kind { get; init; }

    /// <summary>The name people see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>
    /// The ARM id of the identity, or of the resource that owns a system-assigned one; null for applications.
    /// </summary>
    public string? ResourceId { get; init; }

    /// <summary>
    /// The federated credentials of a user-assigned identity, in the order they were added; ARM writes them. Those of an application
    /// belong to <see cref="Application"/>.
    /// </summary>
    public ImmutableArray<FederatedCredential> FederatedCredentials { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Off: sign-ins are refused with AADSTS7000112.</summary>
    public bool AccountEnabled { get; init; } = AccountEnabled;

    /// <summary>What else callers set (tags, notes, …), by Graph's names.</summary>
    public ImmutableDictionary<string, JsonElement> Settings { get; init => field = value ?? []; } = [];

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When readers (Graph, role assignments) begin to see it.</summary>
    public required DateTimeOffset VisibleAt { get; init; }
}
