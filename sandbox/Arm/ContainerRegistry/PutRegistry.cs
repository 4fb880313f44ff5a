using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Creates a registry under a name that nobody has, or replaces its settings.</summary>
internal sealed class PutRegistry() : PutResource(ContainerRegistryTypes.Registries)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    protected override ArmError NameTaken(string name, ArmId holder, ArmWorld arm) =>
        ArmError.Conflict("AlreadyInUse", $"The registry name '{name}' is taken. Choose another; checkNameAvailability tells which are free.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (RegistryCheck.Check(draft.Body) is { } invalid)
            return invalid;
        if (draft.FirstChange("zoneRedundancy", "encryption") is { } fixedProperty)
            return ArmError.BadRequest("PropertyChangeNotAllowed", $"The property '{fixedProperty}' of a registry cannot be changed.", $"properties.{fixedProperty}");
        if (draft.Current.At("roleAssignmentMode") is { } mode)
            draft.Properties.Default("roleAssignmentMode", mode.DeepClone());
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), ContainerRegistryTypes.Identity, draft.Id.Name, arm) is { } refusal)
            return refusal;

        RegistryCheck.Complete(draft.Body, request.ApiVersion);
        draft.Properties["loginServer"] = DataPlaneAddresses.Registry(arm.Sandbox, draft.Id.Name);
        draft.Keep("creationDate", () => AzureTime.Text(request.At));
        draft.Properties["privateEndpointConnections"] = new JsonArray();
        return RegistryWrite.Begin(draft, Store(draft, request, arm), request, arm);
    }
}
