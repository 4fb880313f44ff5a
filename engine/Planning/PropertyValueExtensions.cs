using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Planning;

/// <summary>Questions to, and rewritings of, whole property values.</summary>
internal static class PropertyValueExtensions
{
    /// <summary>Whether a value that is not known yet is anywhere inside.</summary>
    public static bool ContainsUnknowns(this PropertyValue value) => value switch
    {
        PropertyValue.UnknownValue => true,
        PropertyValue.ArrayValue array => array.Items.Any(ContainsUnknowns),
        PropertyValue.ObjectValue @object => @object.Members.ContainsUnknowns(),
        PropertyValue.SecretValue secret => secret.Element.ContainsUnknowns(),
        PropertyValue.OutputValue output => output.Element?.ContainsUnknowns() ?? true,
        PropertyValue.ResourceReference reference => reference.Id is PropertyValue.UnknownValue,
        _ => false,
    };

    /// <summary>Whether a value that is not known yet is anywhere inside.</summary>
    public static bool ContainsUnknowns(this PropertyMap map) => map.Values.Any(ContainsUnknowns);

    /// <summary>The value with every secret in it replaced by its element.</summary>
    public static PropertyValue WithoutSecrets(this PropertyValue value) => value switch
    {
        PropertyValue.SecretValue secret => secret.Element.WithoutSecrets(),
        _ => value.SelectElements(WithoutSecrets),
    };

    /// <summary>The value with every output value in it replaced by what state can hold: its element, a secret, or an unknown.</summary>
    public static PropertyValue WithoutOutputValues(this PropertyValue value) => value switch
    {
        PropertyValue.OutputValue output => Reduce(output),
        _ => value.SelectElements(WithoutOutputValues),
    };

    /// <summary>What a value depends on: what is declared of it, and what its output values say.</summary>
    public static IEnumerable<string> Dependencies(this PropertyValue value, IEnumerable<string> declared) =>
        declared.Concat(value.OutputDependencies()).Distinct(StringComparer.Ordinal);

    /// <summary>The URNs that the output values inside were computed from.</summary>
    public static IEnumerable<string> OutputDependencies(this PropertyValue value) => value switch
    {
        PropertyValue.OutputValue output => output.Dependencies.Concat(output.Element?.OutputDependencies() ?? []),
        PropertyValue.SecretValue secret => secret.Element.OutputDependencies(),
        PropertyValue.ArrayValue array => array.Items.SelectMany(OutputDependencies),
        PropertyValue.ObjectValue @object => @object.Members.Values.SelectMany(OutputDependencies),
        _ => [],
    };

    /// <summary>The map with each value rewritten; the map itself when all stay as they are, which is the usual case.</summary>
    public static PropertyMap Select(this PropertyMap map, Func<PropertyValue, PropertyValue> rewrite)
    {
        var rewritten = new KeyValuePair<string, PropertyValue>[map.Count];
        var (count, changes) = (0, false);
        foreach (var (key, value) in map)
        {
            var after = rewrite(value);
            changes |= !ReferenceEquals(after, value);
            rewritten[count++] = KeyValuePair.Create(key, after);
        }

        return changes ? PropertyMap.Create(rewritten) : map;
    }

    /// <summary>
    /// The value with each element of a secret, list or object rewritten; the value itself when all stay as they are, and every other kind.
    /// </summary>
    public static PropertyValue SelectElements(this PropertyValue value, Func<PropertyValue, PropertyValue> rewrite)
    {
        switch (value)
        {
            case PropertyValue.SecretValue secret:
                var element = rewrite(secret.Element);
                return ReferenceEquals(element, secret.Element) ? value : new PropertyValue.SecretValue(element);
            case PropertyValue.ArrayValue array:
                var items = array.Items.Select(rewrite).ToImmutableArray();
                return items.AsSpan().SequenceEqual(array.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? value : new PropertyValue.ArrayValue(items);
            case PropertyValue.ObjectValue map:
                var members = map.Members.Select(rewrite);
                return ReferenceEquals(members, map.Members) ? value : new PropertyValue.ObjectValue(members);
            default:
                return value;
        }
    }

    /// <summary>Marks as secret what is secret at the same place of a template, so that no echo of it becomes plain.</summary>
    public static PropertyMap WithSecretsOf(this PropertyMap map, PropertyMap template) => template.Values.Any(ContainsSecrets)
        ? PropertyMap.Create(map.AsEnumerable().Select(member => KeyValuePair.Create(
            member.Key,
            template.TryGetValue(member.Key, out var model) ? member.Value.WithSecretsOf(model) : member.Value)))
        : map;

    private static bool ContainsSecrets(PropertyValue value) => value switch
    {
        PropertyValue.SecretValue => true,
        PropertyValue.ArrayValue array => array.Items.Any(ContainsSecrets),
        PropertyValue.ObjectValue @object => @object.Members.Values.Any(ContainsSecrets),
        _ => false,
    };

    private static PropertyValue WithSecretsOf(this PropertyValue value, PropertyValue template) => (value, template) switch
    {
        (PropertyValue.SecretValue, _) => value,
        (_, PropertyValue.SecretValue) => new PropertyValue.SecretValue(value),
        (PropertyValue.ObjectValue @object, PropertyValue.ObjectValue model) =>
            new PropertyValue.ObjectValue(@object.Members.WithSecretsOf(model.Members)),
        (PropertyValue.ArrayValue array, PropertyValue.ArrayValue model) => new PropertyValue.ArrayValue(
            [.. array.Items.Select((item, i) => i < model.Items.Length ? item.WithSecretsOf(model.Items[i]) : item)]),
        _ => value,
    };

    private static PropertyValue Reduce(PropertyValue.OutputValue output)
    {
        var element = output.Element?.WithoutOutputValues() ?? PropertyValue.Unknown;
        return output.IsSecret ? new PropertyValue.SecretValue(element) : element;
    }
}
