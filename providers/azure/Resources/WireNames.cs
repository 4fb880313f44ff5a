using System.Collections.Frozen;

namespace Provisioning.Providers.Azure.Resources;

/// <summary>
/// Where the service's name of a property is not that of the SDK. Keys are dotted SDK paths, list indexes left out;
/// values are the service's names of the last segment.
/// </summary>
internal sealed class WireNames
{
    private readonly FrozenDictionary<string, string> toWire;
    private readonly FrozenDictionary<(string Parent, string Wire), string> toSdk;

    /// <summary>Creates a table from pairs of SDK path and service name.</summary>
    public WireNames(IReadOnlyDictionary<string, string> names)
    {
        toWire = names.ToFrozenDictionary(StringComparer.Ordinal);
        toSdk = names.ToFrozenDictionary(pair => (ParentOf(pair.Key), pair.Value), pair => LastOf(pair.Key));
    }

    /// <summary>No name differs.</summary>
    public static WireNames None { get; } = new(FrozenDictionary<string, string>.Empty);

    /// <summary>The service's name of the property at an SDK path.</summary>
    public string ToWire(string parent, string name) => toWire.GetValueOrDefault(Join(parent, name), name);

    /// <summary>The SDK's name of a service's property below an SDK path.</summary>
    public string ToSdk(string parent, string wire) => toSdk.GetValueOrDefault((parent, wire), wire);

    /// <summary>Appends a name to a dotted path.</summary>
    public static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    private static string ParentOf(string path) => path.LastIndexOf('.') is var index and >= 0 ? path[..index] : "";

    private static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
