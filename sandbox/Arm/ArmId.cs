using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// The id of a resource, a resource group, a subscription or the tenant's root (<c>/</c>). Keeps the casing it was given; compares
/// without case, segment by segment.
/// </summary>
internal sealed class ArmId : IEquatable<ArmId>
{
    private const string Providers = "providers";

    private readonly string[] _segments;

    private ArmId(string[] segments) => _segments = segments;

    /// <summary>The tenant's root.</summary>
    public static ArmId Root { get; } = new([]);

    /// <summary>The id as text, as Azure writes it.</summary>
    public string Value => "/" + string.Join('/', _segments);

    /// <summary>The id in lower case, for keys.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>Last segment.</summary>
    public string Name => _segments.Length is 0 ? "" : _segments[^1];

    /// <summary>The subscription, or null at the tenant's root.</summary>
    public string? SubscriptionId => ValueAfter("subscriptions", 0);

    /// <summary>Name of the resource group, or null outside of one.</summary>
    public string? ResourceGroup => ValueAfter("resourceGroups", 2);

    /// <summary>Namespace and type, as in <c>Microsoft.Storage/storageAccounts</c>.</summary>
    public string Type
    {
        get
        {
            var provider = LastProvider();
            return provider >= 0
                ? string.Join('/', new[] { _segments[provider + 1] }.Concat(TypeSegments(provider)))
                : _segments.Length switch
                {
                    0 => "Microsoft.Resources/tenants",
                    2 => "Microsoft.Resources/subscriptions",
                    _ => "Microsoft.Resources/resourceGroups",
                };
        }
    }

    /// <summary>What contains the thing: the parent resource, or the scope an extension is attached to, or the group, or the subscription.</summary>
    public ArmId Parent
    {
        get
        {
            var provider = LastProvider();
            var isTopLevel = provider >= 0 && _segments.Length - provider == 4;
            return new ArmId(_segments[..Math.Max(0, isTopLevel ? provider : _segments.Length - 2)]);
        }
    }

    /// <summary>The resource group's id; only for ids within one.</summary>
    public ArmId Group => new(_segments[..4]);

    /// <summary>Reads an id of complete pairs.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ArmId? id)
    {
        id = null;
        if (text is null || !text.StartsWith('/'))
            return false;

        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (CompletePairs(segments) != segments.Length)
            return false;
        id = new ArmId(segments);
        return true;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static ArmId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no Azure resource id.");

    /// <summary>The thing a request path is about: its longest part that is an id. Collections and actions are cut off.</summary>
    public static ArmId TargetOf(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new ArmId(segments[..CompletePairs(segments)]);
    }

    /// <summary>The id of a child or of an extension, given as path below this id.</summary>
    public ArmId Append(string path) => new([.. _segments, .. path.Split('/', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Whether this is the scope itself or lies below it.</summary>
    public bool IsWithin(ArmId scope) =>
        scope._segments.Length <= _segments.Length
        && scope._segments.Zip(_segments).All(pair => string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the type is this one.</summary>
    public bool IsOfType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Equals(ArmId? other) => other is not null && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArmId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>How many leading segments form complete pairs; a namespace counts once a type and a name follow it.</summary>
    private static int CompletePairs(string[] segments)
    {
        var complete = 0;
        for (var next = 0; next + 1 < segments.Length;)
        {
            if (IsProviders(segments[next]))
            {
                next += 2;
                continue;
            }

            next += 2;
            complete = next;
        }

        return complete;
    }

    private static bool IsProviders(string segment) => string.Equals(segment, Providers, StringComparison.OrdinalIgnoreCase);

    private int LastProvider() => Array.FindLastIndex(_segments, IsProviders);

    private IEnumerable<string> TypeSegments(int provider)
    {
        for (var index = provider + 2; index < _segments.Length; index += 2)
            yield return _segments[index];
    }

    private string? ValueAfter(string word, int index) =>
        _segments.Length > index + 1 && string.Equals(_segments[index], word, StringComparison.OrdinalIgnoreCase)
            ? _segments[index + 1]
            : null;
}
