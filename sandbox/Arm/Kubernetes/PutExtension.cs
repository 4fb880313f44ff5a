using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Installs an extension on a cluster, or replaces its settings. Protected settings never come back.</summary>
internal sealed class PutExtension() : PutResource(KubernetesTypes.Extensions)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        if (properties.TextAt("extensionType") is not { Length: > 0 } type)
            return ArmError.Invalid("An extension needs 'extensionType'.", "properties.extensionType");
        if (draft.FirstChange("extensionType", "releaseTrain", "scope") is { } fixedProperty)
            return ArmError.Invalid($"The property '{fixedProperty}' of an extension cannot be changed.", $"properties.{fixedProperty}");
        if (properties.TextAt("version") is not null && properties.FlagAt("autoUpgradeMinorVersion") is not false)
            return ArmError.Invalid("A version can be given only when 'autoUpgradeMinorVersion' is false.", "properties.version");
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), KubernetesTypes.Identity, $"{draft.Id.Parent.Name}/{type}", arm) is { } refusal)
            return refusal;

        properties["configurationProtectedSettings"] = new JsonObject(
            (properties.ObjectAt("configurationProtectedSettings") ?? []).Select(setting => KeyValuePair.Create<string, JsonNode?>(setting.Key, "")));
        properties.Default("autoUpgradeMinorVersion", true);
        properties.Default("releaseTrain", "Stable");
        properties["currentVersion"] = properties.TextAt("version") ?? "1.1.81";
        properties["provisioningState"] = draft.IsNew ? "Creating" : "Updating";
        properties["isSystemExtension"] = false;
        properties["statuses"] = new JsonArray();

        var extension = Store(draft, request, arm);
        var operation = arm.Operations.Start(draft.Id, arm.Sandbox.Options.Delays.ClusterOperation, new Settlement.Succeed());
        var location = arm.Resources.Find(draft.Id.Parent)?.Open().TextAt("location") ?? "global";
        return KubernetesTypes.ExtensionPolling.Announce(
            ArmResponse.CreatedOrOk(draft.IsNew, KubernetesTypes.Extensions.View(extension, arm)), operation, location, request, arm.Sandbox);
    }
}
