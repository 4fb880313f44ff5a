using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC11nn: a key or value is not what the document's structure asks for.</summary>
public static class ShapeDiagnostics
{
    /// <summary>A key that means nothing here.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = new(
        "ACC1101", Error, "Unknown key",
        "'{0}' is not a key of {1}.",
        "Every key counts: a misspelt one would silently leave out what you asked for.",
        "Correct the spelling or the indentation. `docs/stack-document.md` lists the keys of each section.");

    /// <summary>A mapping, list or scalar where another is needed.</summary>
    public static readonly DiagnosticDescriptor WrongType = new(
        "ACC1102", Error, "Wrong type of value",
        "Expected {1} for {0}, found {2}.",
        "YAML reads `1.10` as a number and `true` as a boolean; quotes make a text of either.",
        "Write the value in the form the message names.");

    /// <summary>A required key is missing.</summary>
    public static readonly DiagnosticDescriptor MissingKey = new(
        "ACC1103", Error, "Missing key",
        "The key '{1}' is missing in {0}. {2}",
        "There is no default that would be right for everyone.",
        "Add the key.");

    /// <summary>None of the allowed words.</summary>
    public static readonly DiagnosticDescriptor NotAllowed = new(
        "ACC1104", Error, "Value not allowed",
        "'{0}' is not a value of '{1}'; allowed are {2}.",
        "The key takes one of a few words, in exactly this casing.",
        "Use one of the words.");

    /// <summary>A number or duration outside of its range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = new(
        "ACC1105", Error, "Value out of range",
        "'{0}' is {1}, but must be between {2} and {3}.",
        "Azure refuses values outside of this range.",
        "Choose a value within the range.");

    /// <summary>A text that is not of the needed form.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        "ACC1106", Error, "Malformed value",
        "'{0}' is not {1}.",
        "The value has a fixed form, which is checked here because Azure would refuse it later or, worse, take it.",
        "Correct the value.");

    /// <summary>A key that describes a resource to create beside <c>existing</c> or <c>auto</c>.</summary>
    public static readonly DiagnosticDescriptor KeyOfCreated = new(
        "ACC1107", Error, "Key describes a resource to create",
        "'{0}' says how to create a resource, which '{1}' rules out.",
        "An existing resource is read, never changed, so the key could have no effect. The same holds for a registry with `auto`.",
        "Remove the key, or remove `existing` or `auto` to let the program create the resource.");

    /// <summary>None or several of a group of keys.</summary>
    public static readonly DiagnosticDescriptor ExactlyOne = new(
        "ACC1108", Error, "Exactly one of several keys",
        "Exactly one of {1} belongs in {0}; it has {2}.",
        "The keys are alternatives.",
        "Keep the one that is meant.");

    /// <summary>The same item twice in a list.</summary>
    public static readonly DiagnosticDescriptor DuplicateItem = new(
        "ACC1109", Error, "Duplicate item",
        "'{0}' stands in the list twice.",
        "The list is a set; a repetition is usually a slip for another item.",
        "Remove or correct one of them.");

    /// <summary>A list that needs at least one item.</summary>
    public static readonly DiagnosticDescriptor EmptyList = new(
        "ACC1110", Error, "List is empty",
        "'{0}' needs at least one item.",
        "An empty list here would mean that nothing can happen.",
        "Add an item, or remove the key to get its default.");

    /// <summary>The key of an entry is not a short name.</summary>
    public static readonly DiagnosticDescriptor ShortName = new(
        "ACC1111", Error, "Illegal short name",
        "'{0}' is not a short name: a letter, then up to 62 letters, digits and single hyphens, with no hyphen at the end.",
        "Short names become Pulumi logical names, and references such as `storage.data/images` must stay readable.",
        "Rename the entry; its name in Azure is set by `name`.");

    /// <summary>More tags, or longer ones, than Azure takes.</summary>
    public static readonly DiagnosticDescriptor Tags = new(
        "ACC1112", Error, "Tags not accepted by Azure",
        "{0}",
        "Azure takes 50 tags per resource, names of 512 characters (128 on storage accounts) without `<>%&\\?/`, and values of 256.",
        "Shorten or remove tags.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
    [
        UnknownKey, WrongType, MissingKey, NotAllowed, OutOfRange, Malformed, KeyOfCreated, ExactlyOne, DuplicateItem, EmptyList,
        ShortName, Tags,
    ];
}
