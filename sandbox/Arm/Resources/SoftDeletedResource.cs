namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>A deleted resource that can come back.</summary>
/// <param name="Resource">The resource as it was.</param>
/// <param name="DeletedAt">When it was deleted.</param>
/// <param name="PurgeAt">When it goes for good by itself.</param>
internal sealed record SoftDeletedResource(ArmResource Resource, DateTimeOffset DeletedAt, DateTimeOffset PurgeAt);
