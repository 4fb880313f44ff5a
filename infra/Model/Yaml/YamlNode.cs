using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Yaml;

/// <summary>A value of a YAML document with its place. An alias is the very node that its anchor marks.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Weight">Number of values in it, itself included, with every alias written out; saturates.</param>
internal abstract record YamlNode(SourceSpan Span, int Weight)
{
    /// <summary>What the value is, with its article: <c>a list</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether nothing is written, or the null that stands for it.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A single value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The text, without quotes and escapes.</param>
/// <param name="Type">What YAML's core schema makes of it.</param>
internal sealed record YamlScalar(SourceSpan Span, string Text, YamlScalarType Type) : YamlNode(Span, 1)
{
    /// <inheritdoc/>
    public override bool IsNull => Type == YamlScalarType.Null;

    /// <inheritdoc/>
    public override string Kind => Type switch
    {
        YamlScalarType.Null => "nothing",
        YamlScalarType.Boolean => "a boolean",
        YamlScalarType.Integer => "a whole number",
        YamlScalarType.Number => "a number",
        YamlScalarType.Text => "a text",
        _ => throw new InvalidOperationException($"Unknown scalar type {Type}."),
    };
}

/// <summary>A list.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Weight">See <see cref="YamlNode"/>.</param>
/// <param name="Items">The items.</param>
internal sealed record YamlSequence(SourceSpan Span, int Weight, ImmutableArray<YamlNode> Items) : YamlNode(Span, Weight)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>A mapping. Its keys are different from each other.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Weight">See <see cref="YamlNode"/>.</param>
/// <param name="Pairs">Keys and values in document order.</param>
internal sealed record YamlMapping(SourceSpan Span, int Weight, ImmutableArray<YamlPair> Pairs) : YamlNode(Span, Weight)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The pair of a key; null when the mapping does not have it.</summary>
    /// <param name="key">The key.</param>
    public YamlPair? Find(string key) => Pairs.FirstOrDefault(pair => pair.Key.Text == key);
}

/// <summary>A place where no value could be read; that has been reported.</summary>
/// <param name="Span">The place.</param>
internal sealed record YamlBroken(SourceSpan Span) : YamlNode(Span, 1)
{
    /// <inheritdoc/>
    public override string Kind => "unreadable";
}

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlPair(YamlScalar Key, YamlNode Value);
