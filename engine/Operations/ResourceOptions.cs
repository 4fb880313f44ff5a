using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Reads the options of a registration from their wire forms.</summary>
internal static class ResourceOptions
{
    /// <summary>URNs without repetition; empty texts are left out.</summary>
    public static ImmutableArray<Urn> Urns(IEnumerable<string> urns)
    {
        var result = ImmutableArray.CreateBuilder<Urn>(0);
        HashSet<Urn>? seen = null;
        foreach (var text in urns)
        {
            if (text.Length == 0)
                continue;

            // Most inputs depend on one resource or none.
            var urn = Urn.Parse(text);
            if (result.Count == 0 || (seen ??= [.. result]).Add(urn))
                result.Add(urn);
        }

        return result.DrainToImmutable();
    }

    /// <summary>The plain URNs, then the structured aliases.</summary>
    public static IEnumerable<Alias> Aliases(RegisterResourceRequest request) =>
        request.AliasURNs.Select(urn => new Alias { Urn = urn }).Concat(request.Aliases);

    /// <summary>
    /// What each input depends on, with what its output values say. A program that does not say it at all means that
    /// every input depends on everything.
    /// </summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Urn>> PropertyDependencies(
        RegisterResourceRequest request, PropertyMap inputs, ImmutableArray<Urn> dependencies)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<Urn>>(StringComparer.Ordinal);
        foreach (var (key, value) in inputs)
        {
            var given = request.PropertyDependencies.Count == 0
                ? dependencies.Select(urn => urn.ToString())
                : request.PropertyDependencies.TryGetValue(key, out var found) ? found.Urns : [];
            result[key] = Urns(given.Concat(value.OutputDependencies()));
        }

        return result.ToImmutable();
    }

    /// <summary>The time limits, as Go durations; null when none is given.</summary>
    public static CustomTimeouts? CustomTimeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        if (timeouts is null)
            return null;

        var result = new CustomTimeouts(
            GoDuration.Parse(timeouts.Create), GoDuration.Parse(timeouts.Update), GoDuration.Parse(timeouts.Delete), GoDuration.Parse(timeouts.Read));
        return result == new CustomTimeouts(null, null, null, null) ? null : result;
    }

    /// <summary>The value whose change replaces; null when there is none.</summary>
    public static PropertyValue? ReplacementTrigger(RegisterResourceRequest request) =>
        request.ReplacementTrigger is { } trigger && PropertyMarshaller.Unmarshal(trigger).WithoutOutputValues() is var value and not PropertyValue.NullValue
            ? value
            : null;

    /// <summary>The position as state holds it: <c>project:///path#line,column</c>; empty when not known.</summary>
    public static string SourcePosition(SourcePosition? position) => position switch
    {
        null or { Uri.Length: 0 } => "",
        { Line: 0 } => position.Uri,
        { Column: 0 } => $"{position.Uri}#{position.Line}",
        _ => $"{position.Uri}#{position.Line},{position.Column}",
    };
}
