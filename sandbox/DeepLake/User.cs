namespace Provisioning.Sandbox.DeepLake;

/// <summary>A person with an account at Deep Lake.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The login name.</param>
/// <param name="Email">The address.</param>
/// <param name="JoinedAt">When the account was made.</param>
internal sealed record User(Guid Id, string Name, string Email, DateTimeOffset JoinedAt);
