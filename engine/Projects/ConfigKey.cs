using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Engine.Projects;

/// <summary>Names a configuration value: <c>&lt;namespace&gt;:&lt;name&gt;</c>.</summary>
/// <param name="Namespace">A project's name, a package such as <c>azure-native</c>, or <c>pulumi</c>.</param>
/// <param name="Name">The name within it; holds no colon.</param>
public sealed record ConfigKey(string Namespace, string Name) : IComparable<ConfigKey>
{
    /// <summary>Parses a key; a bare name belongs to the project.</summary>
    /// <exception cref="ProjectException">The text is no key.</exception>
    public static ConfigKey Parse(string text, string project) =>
        TryParse(text, project, out var key)
            ? key
            : throw new ProjectException($"'{text}' is not a configuration key; write <name>, or <namespace>:<name> for a key of a package.");

    /// <summary>Parses a key; a bare name belongs to the project. The old form <c>ns:config:name</c> is understood.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, string project, [NotNullWhen(true)] out ConfigKey? key)
    {
        var parts = (text ?? "").Split(':');
        key = parts switch
        {
            [var name] => new ConfigKey(project, name),
            [var ns, var name] => new ConfigKey(ns, name),
            [var ns, "config", var name] => new ConfigKey(ns, name),
            _ => null,
        };
        return key is { Namespace.Length: > 0, Name.Length: > 0 };
    }

    /// <inheritdoc/>
    public int CompareTo(ConfigKey? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <summary><c>&lt;namespace&gt;:&lt;name&gt;</c>, as files and programs have it.</summary>
    public override string ToString() => $"{Namespace}:{Name}";
}
