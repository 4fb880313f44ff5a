using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Engine.State;

/// <summary>
/// The identity of a resource within a stack: <c>urn:pulumi:&lt;stack&gt;::&lt;project&gt;::&lt;qualified type&gt;::&lt;name&gt;</c>.
/// The name may itself contain <c>::</c>. It is its text, whose parts are cut out when they are asked for; equal texts
/// are equal URNs.
/// </summary>
public sealed class Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    /// <summary>The type of the stack itself, which holds its outputs.</summary>
    public const string StackType = "pulumi:pulumi:Stack";
    private const string ProviderTypePrefix = "pulumi:providers:";

    private readonly string text;

    private Urn(string text) => this.text = text;

    /// <summary>The short name of the stack.</summary>
    public string Stack => Part(0).ToString();

    /// <summary>The name of the project.</summary>
    public string Project => Part(1).ToString();

    /// <summary>The types of the ancestors below the stack and of the resource, joined by <c>$</c>.</summary>
    public string QualifiedType => Part(2).ToString();

    /// <summary>The type token of the resource itself.</summary>
    public string Type => OwnType.ToString();

    /// <summary>The logical name.</summary>
    public string Name => From(3).ToString();

    /// <summary>Whether it is the URN of a provider (<c>pulumi:providers:&lt;package&gt;</c>).</summary>
    public bool IsProvider => OwnType.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    private ReadOnlySpan<char> OwnType
    {
        get
        {
            var qualified = Part(2);
            return qualified[(qualified.LastIndexOf('$') + 1)..];
        }
    }

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(Urn? left, Urn? right) => left?.text == right?.text;

    /// <summary>Whether two are not the same.</summary>
    public static bool operator !=(Urn? left, Urn? right) => !(left == right);

    /// <summary>Builds the URN of a resource under a parent; a null parent or the stack adds no type.</summary>
    public static Urn Create(string stack, string project, Urn? parent, string type, string name) =>
        Of(stack, project, parent is { } urn && !urn.HasType(StackType) ? $"{urn.Part(2)}${type}" : type, name);

    /// <summary>Whether <see cref="Type"/> is this one.</summary>
    public bool HasType(string type) => OwnType.SequenceEqual(type);

    /// <summary>The same resource under another qualified type and name.</summary>
    public Urn Renamed(string qualifiedType, string name) => Of(Part(0), Part(1), qualifiedType, name);

    /// <summary>The same resource when its stack has another name; the stack itself is named after it.</summary>
    internal Urn InStack(string stack) => Part(2) is StackType
        ? Of(stack, Part(1), StackType, $"{Part(1)}-{stack}")
        : Of(stack, Part(1), Part(2), From(3));

    /// <summary>Parses a URN.</summary>
    /// <exception cref="FormatException">The text is no URN.</exception>
    public static Urn Parse(string text) =>
        TryParse(text, out var urn) ? urn : throw new FormatException($"'{text}' is not a URN (urn:pulumi:<stack>::<project>::<type>::<name>).");

    /// <summary>Parses a URN, which keeps the text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Urn? urn)
    {
        urn = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var rest = text.AsSpan(Prefix.Length);
        for (var part = 0; part < 3; part++)
        {
            var end = rest.IndexOf(Separator);
            if (end <= 0)
                return false;
            rest = rest[(end + Separator.Length)..];
        }

        if (rest.IsEmpty)
            return false;

        urn = new Urn(text);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Urn? other) => text == other?.text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Urn);

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => text;

    private static Urn Of(ReadOnlySpan<char> stack, ReadOnlySpan<char> project, ReadOnlySpan<char> qualifiedType, ReadOnlySpan<char> name) =>
        new($"{Prefix}{stack}{Separator}{project}{Separator}{qualifiedType}{Separator}{name}");

    /// <summary>One of the parts before the name.</summary>
    private ReadOnlySpan<char> Part(int index)
    {
        var rest = From(index);
        return rest[..rest.IndexOf(Separator)];
    }

    /// <summary>The text from a part on.</summary>
    private ReadOnlySpan<char> From(int index)
    {
        var rest = text.AsSpan(Prefix.Length);
        for (; index > 0; index--)
            rest = rest[(rest.IndexOf(Separator) + Separator.Length)..];
        return rest;
    }
}
