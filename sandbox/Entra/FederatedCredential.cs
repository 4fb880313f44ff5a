namespace Provisioning.Sandbox.Entra;

/// <summary>The trust of an application or a managed identity in tokens of an outside issuer.</summary>
/// <remarks>Issuer, subject and audience are compared as they are, case and trailing slash included.</remarks>
internal sealed record FederatedCredential
{
    /// <summary>How many credentials an application or a managed identity can hold.</summary>
    public const int LimitPerParent = 20;

    /// <summary>Its id in Graph; ARM shows none.</summary>
    public required Guid Id { get; init; }

    /// <summary>3 to 120 URL-safe characters, unique within the parent, immutable.</summary>
    public required string Name { get; init; }

    /// <summary>The <c>iss</c> of accepted tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>The <c>sub</c> of accepted tokens.</summary>
    public required string Subject { get; init; }

    /// <summary>The one <c>aud</c> of accepted tokens.</summary>
    public required string Audience { get; init; }

    /// <summary>Free text; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>When the token endpoint begins to see it.</summary>
    public required DateTimeOffset VisibleAt { get; init; }
}
