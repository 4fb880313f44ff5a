namespace Provisioning.Sandbox.DeepLake;

/// <summary>A user's place in an organization.</summary>
internal sealed record Membership(string OrganizationId, Guid UserId, MemberRole Role);
