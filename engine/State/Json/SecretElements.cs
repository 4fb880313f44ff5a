using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>Finds what must be encrypted: the elements of the outermost secrets.</summary>
internal static class SecretElements
{
    /// <summary>All secrets of a resource.</summary>
    public static IEnumerable<PropertyValue> Of(ResourceState resource) =>
        resource.Inputs.Values.Concat(resource.Outputs.Values).Append(resource.ReplacementTrigger ?? PropertyValue.Null).SelectMany(Of);

    private static IEnumerable<PropertyValue> Of(PropertyValue value) => value switch
    {
        PropertyValue.SecretValue secret => [secret.Element],
        PropertyValue.OutputValue { IsSecret: true } output => [output.Element ?? PropertyValue.Unknown],
        PropertyValue.OutputValue { Element: { } element } => Of(element),
        PropertyValue.ArrayValue array => array.Items.SelectMany(Of),
        PropertyValue.ObjectValue @object => @object.Members.Values.SelectMany(Of),
        PropertyValue.ArchiveValue { Assets: { } assets } => assets.Values.SelectMany(Of),
        _ => [],
    };
}
