using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Providers.Azure.Resources;

/// <summary>
/// The path of a resource type with parameters in braces, such as
/// <c>/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}</c>. A leading <c>{scope}</c> stands for any
/// number of segments.
/// </summary>
/// <remarks>Literal segments match without regard to case, as ARM ids do (azure-docs, resource-name-rules).</remarks>
internal sealed record PathTemplate
{
    private const string Scope = "scope";
    private readonly ImmutableArray<string> segments;

    private PathTemplate(ImmutableArray<string> segments) => this.segments = segments;

    /// <summary>The names of the parameters, in order.</summary>
    public IEnumerable<string> Parameters => segments.Where(IsParameter).Select(NameOf);

    /// <summary>The name of the last parameter: that of the resource itself.</summary>
    public string LastParameter => Parameters.Last();

    /// <summary>The namespace of the resource provider, such as <c>Microsoft.Storage</c>.</summary>
    public string Namespace
    {
        get
        {
            var index = segments.LastIndexOf("providers");
            return index < 0 ? "Microsoft.Resources" : segments[index + 1];
        }
    }

    /// <summary>Parses a template.</summary>
    public static PathTemplate Parse(string template) => new([.. Split(template)]);

    /// <summary>The path with its parameters replaced.</summary>
    /// <exception cref="ArgumentException">A parameter has no value.</exception>
    public string Expand(Func<string, string?> valueOf) =>
        "/" + string.Join('/', segments.Select(segment => IsParameter(segment) ? ValueOf(NameOf(segment), valueOf) : segment).Where(segment => segment.Length > 0));

    /// <summary>The values of the parameters in an id of this type.</summary>
    public bool TryMatch(string path, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        values = null;
        var parts = Split(path);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var template = segments.AsSpan();
        if (segments[0] == $"{{{Scope}}}")
        {
            var length = parts.Length - (segments.Length - 1);
            if (length < 0)
                return false;
            found[Scope] = "/" + string.Join('/', parts[..length]);
            parts = parts[length..];
            template = template[1..];
        }

        if (parts.Length != template.Length)
            return false;

        for (var index = 0; index < parts.Length; index++)
        {
            if (IsParameter(template[index]))
                found[NameOf(template[index])] = parts[index];
            else if (!template[index].Equals(parts[index], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        values = found;
        return true;
    }

    /// <summary>The id of the resource that contains the one with this id; the id itself when nothing does.</summary>
    public static string ParentOf(string id)
    {
        var parts = Split(id);
        return parts.Length < 4 ? id : "/" + string.Join('/', parts[^4..^3] is ["providers"] ? parts[..^4] : parts[..^2]);
    }

    /// <inheritdoc/>
    public override string ToString() => "/" + string.Join('/', segments);

    private static string ValueOf(string name, Func<string, string?> valueOf)
    {
        var value = valueOf(name);
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"'{name}' has no value.");
        return name == Scope ? value.Trim('/') : value;
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsParameter(string segment) => segment.StartsWith('{');

    private static string NameOf(string segment) => segment[1..^1];
}
