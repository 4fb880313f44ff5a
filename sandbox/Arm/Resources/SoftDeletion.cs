namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>How long deleted resources are kept.</summary>
internal static class SoftDeletion
{
    /// <summary>The retention of one resource: its own <c>softDeleteRetentionInDays</c>, else its type's.</summary>
    public static TimeSpan RetentionOf(ArmResource resource, TimeSpan typical) =>
        resource.Open().NumberAt("properties", "softDeleteRetentionInDays") is { } days ? TimeSpan.FromDays(days) : typical;
}
