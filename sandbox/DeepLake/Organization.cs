namespace Provisioning.Sandbox.DeepLake;

/// <summary>A customer of Deep Lake.</summary>
/// <param name="Id">A UUID, or the slug that some installations use.</param>
/// <param name="Name">The name people see.</param>
/// <param name="CreatorId">The user who made it.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record Organization(string Id, string Name, Guid CreatorId, DateTimeOffset CreatedAt);
