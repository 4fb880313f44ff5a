namespace Provisioning.Sandbox.DeepLake;

/// <summary>A user's API token, of which the service keeps the hash alone.</summary>
/// <param name="Hash">SHA-256 of the token, in lower-case hex.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="OrganizationId">The organization that calls go to unless they name another one.</param>
/// <param name="ExpiresAt">The end of its validity.</param>
internal sealed record ApiToken(string Hash, Guid UserId, string OrganizationId, DateTimeOffset ExpiresAt);
