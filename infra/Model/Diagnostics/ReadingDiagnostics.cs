using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC10nn: the file is not a YAML document that can be taken in whole.</summary>
public static class ReadingDiagnostics
{
    /// <summary>The file cannot be opened or read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new(
        "ACC1001", Error, "Document cannot be read",
        "The stack document cannot be read: {0}.",
        "The path is wrong, or the file may not be read by this user.",
        "Check the path. A stack named `dev` is described by `stacks/dev.yaml`.");

    /// <summary>The file is larger than any sensible document.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "ACC1002", Error, "Document too large",
        "The document holds more than {0} bytes.",
        "The whole document is read into memory, so its size is limited. A real environment needs a few dozen kilobytes.",
        "Make sure that the path names a stack document, and split very large environments into several stacks.");

    /// <summary>The bytes are no text.</summary>
    public static readonly DiagnosticDescriptor Encoding = new(
        "ACC1003", Error, "Encoding not supported",
        "The document is not valid UTF-8 or UTF-16 text.",
        "Stack documents are UTF-8; UTF-16 is taken when the file begins with a byte order mark.",
        "Save the file as UTF-8.");

    /// <summary>The text is not YAML.</summary>
    public static readonly DiagnosticDescriptor Syntax = new(
        "ACC1004", Error, "YAML syntax error",
        "This is not YAML: {0}.",
        "Often a tab in the indentation, a missing colon or blank, or an unclosed quote or bracket a line earlier.",
        "Correct the syntax at or just before this place.");

    /// <summary>There is no mapping at the top.</summary>
    public static readonly DiagnosticDescriptor Empty = new(
        "ACC1005", Error, "Document is empty",
        "The document is empty; a location and a resource group are the least it has to say.",
        "The file has no content, or every line of it is a comment.",
        "Start from one of the documents in `stacks/`.");

    /// <summary>A second document follows in the file.</summary>
    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        "ACC1006", Error, "Several documents in one file",
        "A second YAML document begins here; a stack is one document.",
        "A line `---` separates YAML documents. Everything after it would be ignored.",
        "Move the rest into a file of its own, one per stack.");

    /// <summary>Mappings and lists are nested too deeply.</summary>
    public static readonly DiagnosticDescriptor TooDeep = new(
        "ACC1007", Error, "Nesting too deep",
        "Mappings and lists are nested more than {0} levels deep.",
        "The deepest key of a stack document is on the seventh level; deeper documents are damaged or hostile.",
        "Check the indentation and brackets before this place.");

    /// <summary>Aliases would blow the document up.</summary>
    public static readonly DiagnosticDescriptor ExpansionTooLarge = new(
        "ACC1008", Error, "Document expands to too many values",
        "With its aliases written out, the document holds more than {0} values.",
        "Every alias repeats what its anchor marks, so nested aliases grow without bound.",
        "Use fewer aliases, or split the stack.");

    /// <summary>An alias names an anchor that does not come before it.</summary>
    public static readonly DiagnosticDescriptor UnknownAlias = new(
        "ACC1009", Error, "Unknown alias",
        "The alias '*{0}' names no anchor above it.",
        "An alias repeats a value that was marked earlier in the file with `&name`.",
        "Mark the value with that anchor, or quote the text if it is meant to begin with an asterisk.");

    /// <summary>An alias stands within the value its anchor marks.</summary>
    public static readonly DiagnosticDescriptor CyclicAlias = new(
        "ACC1010", Error, "Value contains itself",
        "The alias '*{0}' stands inside of the value that it repeats.",
        "Such a value would have no end.",
        "Write the inner value out, or move the anchor.");

    /// <summary>A YAML tag such as <c>!include</c>.</summary>
    public static readonly DiagnosticDescriptor Tag = new(
        "ACC1011", Error, "YAML tag not supported",
        "The tag '{0}' has no meaning in a stack document.",
        "Tags change how YAML reads a value. Stack documents read every value by its key.",
        "Remove the tag; use quotes to make a value a text.");

    /// <summary>A key that is not a plain text.</summary>
    public static readonly DiagnosticDescriptor KeyNotText = new(
        "ACC1012", Error, "Key is not a text",
        "A key must be a text, not {0}.",
        "YAML allows lists and mappings as keys. Here, often braces around a placeholder were read as a mapping.",
        "Write the key as a text, in quotes if needed.");

    /// <summary>The same key twice in one mapping.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "ACC1013", Error, "Duplicate key",
        "The key '{0}' is given a second time; the first is at {1}.",
        "YAML readers differ in which of the two they would take.",
        "Remove one, or merge their contents.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
    [
        Unreadable, TooLarge, Encoding, Syntax, Empty, SeveralDocuments, TooDeep, ExpansionTooLarge, UnknownAlias, CyclicAlias, Tag,
        KeyNotText, DuplicateKey,
    ];
}
