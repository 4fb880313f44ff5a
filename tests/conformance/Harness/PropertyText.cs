using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>Property values as reviewers read them: JavaScript, with <c>secret(…)</c>, <c>unknown</c> and the like.</summary>
internal static class PropertyText
{
    public static string Of(PropertyMap map) =>
        map.Count == 0 ? "{}" : "{ " + string.Join(", ", map.AsEnumerable().Select(member => $"{member.Key}: {Of(member.Value)}")) + " }";

    public static string Of(PropertyValue value) => value switch
    {
        PropertyValue.NullValue => "null",
        PropertyValue.BoolValue boolean => boolean.Value ? "true" : "false",
        PropertyValue.NumberValue number => $"{number.Value}",
        PropertyValue.StringValue text => $"\"{Short(text.Value)}\"",
        PropertyValue.ArrayValue array => "[" + string.Join(", ", array.Items.Select(Of)) + "]",
        PropertyValue.ObjectValue @object => Of(@object.Members),
        PropertyValue.SecretValue secret => $"secret({Of(secret.Element)})",
        PropertyValue.UnknownValue => "unknown",
        PropertyValue.OutputValue output => $"output({(output.Element is null ? "unknown" : Of(output.Element))})",
        PropertyValue.ResourceReference reference => $"resource({Short(reference.Urn)}{(reference.Id is null ? "" : $", {Of(reference.Id)}")})",
        PropertyValue.AssetValue asset => $"asset({Content(asset.Hash, asset.Text, asset.Path, asset.Uri)})",
        PropertyValue.ArchiveValue archive => $"archive({Content(archive.Hash, null, archive.Path, archive.Uri)}{(archive.Assets is null ? "" : $" {Of(archive.Assets)}")})",
        _ => throw new InvalidOperationException($"Unhandled property value {value.GetType()}."),
    };

    /// <summary>A URN without stack and project, and ids of providers without their random part.</summary>
    public static string Short(string text) => Urn.TryParse(text, out var urn) ? Short(urn) : text;

    public static string Short(Urn urn) => $"{urn.QualifiedType}::{urn.Name}";

    private static string Content(string hash, string? text, string? path, string? uri) =>
        string.Join(' ', new[] { text is null ? null : $"text {text}", path, uri, hash.Length == 0 ? "no hash" : hash[..8] }.Where(part => !string.IsNullOrEmpty(part)));
}
