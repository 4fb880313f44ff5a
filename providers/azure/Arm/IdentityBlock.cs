using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The <c>identity</c> block: a list of ids in most inputs, a map keyed by id on the wire and in outputs.</summary>
internal static class IdentityBlock
{
    private const string Identities = "userAssignedIdentities";

    /// <summary>
    /// The block to send. <c>userAssignedIdentities</c> is sent only with a type that has user-assigned identities, since
    /// Azure ML answers 400 otherwise (azure-rest-api-specs 17650); its values are empty objects, since echoing client
    /// and principal ids fails with InvalidIdentityValues (terraform-provider-azapi 840).
    /// </summary>
    public static PropertyMap ToWire(PropertyMap inputs)
    {
        var block = PropertyMap.Empty.With("type", inputs.GetOrNull("type"));
        return HasUserAssigned(inputs)
            ? block.With(Identities, ToMap(Ids(inputs.GetOrNull(Identities)), new PropertyValue.ObjectValue(PropertyMap.Empty)))
            : block;
    }

    /// <summary>The inputs that describe a block as the service returned it.</summary>
    public static PropertyMap ToInputs(PropertyMap outputs, IdentityStyle style)
    {
        var block = PropertyMap.Empty.With("type", outputs.GetOrNull("type"));
        if (style == IdentityStyle.None || !HasUserAssigned(outputs))
            return block;

        var ids = Ids(outputs.GetOrNull(Identities));
        return block.With(Identities, style == IdentityStyle.List
            ? new PropertyValue.ArrayValue([.. ids.Select(id => (PropertyValue)id)])
            : ToMap(ids, new PropertyValue.ObjectValue(PropertyMap.Empty)));
    }

    /// <summary>The block that a write of these inputs will give: ids that Azure assigns are unknown.</summary>
    public static PropertyMap Foretell(PropertyMap inputs)
    {
        var block = inputs.Without(Identities);
        if (inputs.GetOrNull("type").AsText() is not { } type || type.Contains("SystemAssigned", StringComparison.Ordinal))
            block = block.With("principalId", PropertyValue.Unknown).With("tenantId", PropertyValue.Unknown);
        if (inputs.GetOrNull(Identities).HasUnknown())
            return block.With(Identities, PropertyValue.Unknown);

        var ids = Ids(inputs.GetOrNull(Identities));
        PropertyValue assigned = new PropertyValue.ObjectValue(
            PropertyMap.Empty.With("clientId", PropertyValue.Unknown).With("principalId", PropertyValue.Unknown));
        return ids.Count == 0 ? block : block.With(Identities, ToMap(ids, assigned));
    }

    private static bool HasUserAssigned(PropertyMap block) =>
        block.GetOrNull("type").AsText()?.Contains("UserAssigned", StringComparison.OrdinalIgnoreCase) ?? false;

    private static List<string> Ids(PropertyValue identities) => identities switch
    {
        PropertyValue.ArrayValue list => [.. list.Items.Select(item => item.AsText()).OfType<string>()],
        PropertyValue.ObjectValue map => [.. map.Members.Keys],
        _ => [],
    };

    private static PropertyValue.ObjectValue ToMap(IEnumerable<string> ids, PropertyValue each) =>
        new(PropertyMap.Create(ids.Select(id => KeyValuePair.Create(id, each))));
}
