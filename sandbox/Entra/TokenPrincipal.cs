namespace Provisioning.Sandbox.Entra;

/// <summary>Who calls, as a verified token says.</summary>
internal sealed record TokenPrincipal
{
    /// <summary>The object id: claim <c>oid</c>.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>The client id: claim <c>appid</c>.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The tenant: claim <c>tid</c>.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The resource the token is for, as spelled in <c>aud</c>.</summary>
    public required string Audience { get; init; }

    /// <summary><c>app</c> for tokens of service principals.</summary>
    public required string IdType { get; init; }

    /// <summary>Claim <c>xms_mirid</c>; null when it is no managed identity's token.</summary>
    public string? ManagedIdentityResourceId { get; init; }

    /// <summary>The end of the token's validity.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
