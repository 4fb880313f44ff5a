using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>
/// Creates or attaches a compute, or changes one; the only way to change its identity. A changed size is ignored, as the service does.
/// </summary>
internal sealed class PutCompute() : PutResource(MachineLearningTypes.Computes)
{
    private const string Inner = "properties";

    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("Conflict", $"Another operation is in progress on the compute '{request.Target.Name}'. Retry when it has finished.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var kind = draft.Properties.TextAt("computeType");
        var location = AzureLocation.Normalize(draft.Properties.TextAt("computeLocation") ?? draft.Location);
        if (CheckKind(kind, draft, location, arm) is { } refusal)
            return refusal;
        if (ComputeKinds.IsAttached(kind) && draft.IsNew && ClusterCheck.Check(draft, arm) is { } unattachable)
            return unattachable;
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), ComputeKinds.IdentityOf(kind), DisplayName(draft.Id), arm) is { } invalid)
            return invalid;

        AddProperties(draft, kind, location, request);
        if (draft.IsNew)
        {
            arm.Names.Take(NameSpace(location), draft.Id.Name, draft.Id);
            GrantPull(draft, kind, request, arm);
        }

        var compute = arm.Resources.Write(draft.Id, draft.Body, request);
        var operation = arm.Operations.Start(draft.Id, arm.Sandbox.Options.Delays.ComputeOperation, new Settlement.Succeed());
        var response = ArmResponse.CreatedOrOk(draft.IsNew, MachineLearningTypes.Computes.View(compute, arm));
        return MachineLearningTypes.ComputeWrite.Announce(response, operation, location, request, arm.Sandbox);
    }

    private static ArmError? CheckKind(string? kind, Draft draft, string location, ArmWorld arm)
    {
        if (kind is null || !ComputeKinds.All.Contains(kind))
            return ArmError.Invalid($"The compute type '{kind}' is not supported. The sandbox has {string.Join(", ", ComputeKinds.All)}.", "properties.computeType");

        var inner = draft.Properties.Open(Inner);
        if (draft.Existing is not null)
            return CheckChange(kind, draft, inner);
        if (arm.Names.Holder(NameSpace(location), draft.Id.Name) is { } holder)
            return ArmError.BadRequest("ComputeNameConflict", $"The compute name '{draft.Id.Name}' is already used in region '{location}' by '{holder}'.");
        if (kind is ComputeKinds.Cluster or ComputeKinds.Instance && inner.TextAt("vmSize") is not { Length: > 0 })
            return ArmError.Invalid("A compute of this type needs 'vmSize'.", "properties.properties.vmSize");
        return kind is ComputeKinds.Cluster && inner.NumberAt("scaleSettings", "maxNodeCount") is not >= 0
            ? ArmError.Invalid("A cluster needs 'scaleSettings.maxNodeCount'.", "properties.properties.scaleSettings.maxNodeCount")
            : null;
    }

    private static ArmError? CheckChange(string kind, Draft draft, JsonObject inner)
    {
        if (draft.FirstChange("computeType", "resourceId", "computeLocation", "disableLocalAuth") is { } envelope)
            return ArmError.Invalid($"The property '{envelope}' of a compute cannot be changed.", $"properties.{envelope}");

        var current = draft.Current.ObjectAt(Inner);
        if (current.At("vmSize") is { } size)
            inner["vmSize"] = size.DeepClone();
        foreach (var property in ComputeKinds.FixedProperties(kind))
        {
            if (inner.At(property) is null)
                inner[property] = current.At(property)?.DeepClone();
            else if (!JsonNode.DeepEquals(inner.At(property), current.At(property)))
                return ArmError.Invalid($"The property '{property}' of a compute cannot be changed.", $"properties.properties.{property}");
        }

        return null;
    }

    private static void AddProperties(Draft draft, string? kind, string location, ArmRequest request)
    {
        var properties = draft.Properties;
        draft.Keep("createdOn", () => AzureTime.Text(request.At));
        properties["modifiedOn"] = AzureTime.Text(request.At);
        properties["computeLocation"] = location;
        properties["isAttachedCompute"] = ComputeKinds.IsAttached(kind);
        properties["provisioningErrors"] = null;
        properties["provisioningState"] = draft.IsNew ? "Creating" : "Updating";
        properties.Default("disableLocalAuth", false);

        var inner = properties.Open(Inner);
        foreach (var secret in new[] { "relayConnectionString", "serviceBusConnectionString" })
            inner.Remove(secret);
        inner.ObjectAt("userAccountCredentials")?.Remove("adminUserPassword");
        inner.ObjectAt("userAccountCredentials")?.Remove("adminUserSshPublicKey");
        AddDefaults(inner, kind);
        foreach (var (name, value) in ComputeKinds.ReadyState(kind, request.At))
            inner[name] = value?.DeepClone();
    }

    private static void AddDefaults(JsonObject inner, string? kind)
    {
        switch (kind)
        {
            case ComputeKinds.Cluster:
                inner.Default("osType", "Linux");
                inner.Default("vmPriority", "Dedicated");
                inner.Default("enableNodePublicIp", true);
                inner.Open("scaleSettings").Default("minNodeCount", 0);
                inner.Open("scaleSettings").Default("nodeIdleTimeBeforeScaleDown", "PT120S");
                if (inner.TextAt("remoteLoginPortPublicAccess") is null or "NotSpecified")
                    inner["remoteLoginPortPublicAccess"] = inner.At("subnet") is null ? "Enabled" : "Disabled";
                break;
            case ComputeKinds.Kubernetes:
                inner.Default("namespace", "default");
                inner.Default("defaultInstanceType", "defaultinstancetype");
                break;
        }
    }

    /// <summary>A cluster's own identity may pull from the registry that the workspace has when the cluster is made.</summary>
    private static void GrantPull(Draft draft, string? kind, ArmRequest request, ArmWorld arm)
    {
        var registry = arm.Resources.Find(draft.Id.Parent)?.Open().IdAt("properties", "containerRegistry");
        if (kind is ComputeKinds.Cluster && registry is not null && draft.Body.TextAt("identity", "principalId") is { } principal)
            ServiceGrants.Give(Guid.Parse(principal), BuiltInRoles.AcrPull, registry, request, arm);
    }

    private static string DisplayName(ArmId id) => $"{id.Parent.Name}/computes/{id.Name}";

    private static string NameSpace(string location) => $"computes/{location}";
}
