using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Creates a workspace on storage, vault, registry and insights that are there, or replaces its settings.</summary>
internal sealed class PutWorkspace() : PutResource(MachineLearningTypes.Workspaces)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction, .. WorkspaceDependencies.LinkedPermissions];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) =>
        [.. IdentityBlock.LinkedAccess(request.Body), .. WorkspaceDependencies.LinkedAccess(request.Body)];

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("Conflict", $"The workspace '{request.Target.Name}' is being changed. Retry when that has finished.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (draft.IsNew && arm.SoftDeleted.Find(draft.Id) is not null)
            return ArmError.Invalid($"A soft-deleted workspace holds the name '{draft.Id.Name}' in the resource group. Purge it with forceToPurge, or recover it.");

        draft.Body.Default("kind", draft.Existing?.Open().TextAt("kind") ?? "Default");
        draft.Body.Default("sku", new JsonObject { ["name"] = "Basic", ["tier"] = "Basic" });
        if (draft.FirstChange("storageAccount", "keyVault", "encryption", "hbiWorkspace", "enableServiceSideCMKEncryption") is { } fixedProperty)
            return ArmError.Invalid($"The property '{fixedProperty}' of a workspace cannot be changed.", $"properties.{fixedProperty}");
        if (WorkspaceDependencies.Check(draft.Properties, draft.Body.TextAt("kind"), arm) is { } missing)
            return missing;
        if (draft.IsNew && WorkspaceEncryption.Check(draft.Properties, arm) is { } keyless)
            return keyless;
        if (WorkspaceWrite.ApplyIdentity(draft, request.Body.ObjectAt("identity"), arm) is { } refusal)
            return refusal;

        AddProperties(draft, arm);
        if (draft.IsNew && draft.Body.TextAt("identity", "principalId") is { } principal)
            WorkspaceAccess.Grant(Guid.Parse(principal), draft.Id, draft.Properties, request, arm);
        return WorkspaceWrite.Begin(draft, request, arm);
    }

    private static void AddProperties(Draft draft, ArmWorld arm)
    {
        var properties = draft.Properties;
        draft.Keep("workspaceId", () => arm.Sandbox.Random.NewGuid().ToString());
        properties["tenantId"] = arm.Directory.TenantId.ToString();
        properties["privateLinkCount"] = 0;
        properties["storageHnsEnabled"] = false;
        properties["mlFlowTrackingUri"] = $"azureml://{draft.Location}.api.azureml.ms/mlflow/v1.0{draft.Id}";
        properties["discoveryUrl"] = $"https://{draft.Location}.api.azureml.ms/discovery";
        properties.Default("friendlyName", draft.Id.Name);
        properties.Default("hbiWorkspace", false);
        properties.Default("publicNetworkAccess", "Enabled");
        properties.Default("v1LegacyMode", false);
        properties.Default("systemDatastoresAuthMode", "AccessKey");
    }
}
