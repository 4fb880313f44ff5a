using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Engine.State;

/// <summary>
/// The identity of a resource within a stack: <c>urn:pulumi:&lt;stack&gt;::&lt;project&gt;::&lt;qualified type&gt;::&lt;name&gt;</c>.
/// The name may itself contain <c>::</c>.
/// </summary>
public readonly record struct Urn
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>The type of the stack itself, which holds its outputs.</summary>
    public const string StackType = "pulumi:pulumi:Stack";
    private const string ProviderTypePrefix = "pulumi:providers:";

    private Urn(string stack, string project, string qualifiedType, string name)
    {
        Stack = stack;
        Project = project;
        QualifiedType = qualifiedType;
        Name = name;
    }

    /// <summary>The short name of the stack.</summary>
    public string Stack { get; }

    /// <summary>The name of the project.</summary>
    public string Project { get; }

    /// <summary>The types of the ancestors below the stack and of the resource, joined by <c>$</c>.</summary>
    public string QualifiedType { get; }

    /// <summary>The type token of the resource itself.</summary>
    public string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    /// <summary>The logical name.</summary>
    public string Name { get; }

    /// <summary>Whether it is the URN of a provider (<c>pulumi:providers:&lt;package&gt;</c>).</summary>
    public bool IsProvider => Type.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    /// <summary>Builds the URN of a resource under a parent; a null parent or the stack adds no type.</summary>
    public static Urn Create(string stack, string project, Urn? parent, string type, string name) =>
        new(stack, project, parent is { } urn && urn.Type != StackType ? $"{urn.QualifiedType}${type}" : type, name);

    /// <summary>The same resource under another qualified type and name.</summary>
    public Urn Renamed(string qualifiedType, string name) => new(Stack, Project, qualifiedType, name);

    /// <summary>The same resource when its stack has another name; the stack itself is named after it.</summary>
    internal Urn InStack(string stack) => new(stack, Project, QualifiedType, QualifiedType == StackType ? $"{Project}-{stack}" : Name);

    /// <summary>Parses a URN.</summary>
    /// <exception cref="FormatException">The text is no URN.</exception>
    public static Urn Parse(string text) =>
        TryParse(text, out var urn) ? urn : throw new FormatException($"'{text}' is not a URN (urn:pulumi:<stack>::<project>::<type>::<name>).");

    /// <summary>Parses a URN.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Urn urn)
    {
        urn = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var parts = text[Prefix.Length..].Split("::", 4);
        if (parts.Length != 4 || parts.Any(part => part.Length == 0))
            return false;

        urn = new Urn(parts[0], parts[1], parts[2], parts[3]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Stack}::{Project}::{QualifiedType}::{Name}";
}
