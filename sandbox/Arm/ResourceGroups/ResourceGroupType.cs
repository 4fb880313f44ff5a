namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Resource groups: Resource Manager's own, outside of any provider's path.</summary>
internal sealed record ResourceGroupType() : ArmResourceType(
    "Microsoft.Resources",
    [("resourceGroups", "resourceGroupName")],
    ApiVersions.OfResourceManager("2021-04-01", "2022-09-01", "2023-07-01", "2024-03-01", "2024-07-01", "2024-11-01", "2025-03-01", "2025-04-01"),
    @"^[-\w\._\(\)]{0,89}[-\w_\(\)]$")
{
    /// <inheritdoc/>
    public override string Route => GroupRoute;

    /// <inheritdoc/>
    public override string Action(string verb) => $"Microsoft.Resources/subscriptions/resourceGroups/{verb}";
}
