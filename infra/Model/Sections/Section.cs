using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>A section of named entries: what may stand in it, and how an entry becomes a record.</summary>
/// <param name="key">Key of the section.</param>
/// <param name="noun">One of its entries: <c>registry</c>.</param>
/// <param name="meaning">What the section holds, as a sentence.</param>
internal abstract class Section(string key, string noun, string meaning)
{
    /// <summary>Key of the section.</summary>
    public string Key => key;

    /// <summary>One of its entries.</summary>
    public string Noun => noun;

    /// <summary>What the section holds.</summary>
    public string Meaning => meaning;

    /// <summary>Shape of an entry: an <see cref="ObjectShape"/> or <see cref="CasesShape"/>.</summary>
    public abstract Shape EntryShape { get; }

    /// <summary>Makes the record of an entry, reporting what is wrong with it.</summary>
    /// <param name="name">Its short name.</param>
    /// <param name="fields">Its values.</param>
    /// <returns>The record; null when a part it cannot do without is missing, which has been reported.</returns>
    public abstract Entry? Bind(string name, Fields fields);

    /// <summary>Shape of an entry as it is written; null when that cannot be told, which has been reported.</summary>
    /// <param name="entry">The entry; null when it is empty.</param>
    public ObjectShape? ShapeOf(YamlMapping? entry) => EntryShape switch
    {
        ObjectShape shape => shape,
        CasesShape cases => entry is null ? null : cases.Of(entry),
        _ => throw new InvalidOperationException($"Section '{key}' has entries of an unknown shape."),
    };
}
