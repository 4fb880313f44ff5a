using System.Text.RegularExpressions;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A text, possibly of a fixed form.</summary>
/// <param name="Expectation">The form with its article, for messages: <c>a GUID</c>.</param>
internal sealed record TextShape(string Expectation) : ScalarShape
{
    private readonly Regex? expression;

    /// <summary>Most characters.</summary>
    public int MaxLength { get; init; } = 1024;

    /// <summary>
    /// Regular expression for the whole text, in the common language of .NET and ECMAScript; empty for any text but the empty one.
    /// </summary>
    public string Pattern
    {
        get;
        init
        {
            field = value;
            expression = new Regex(value, RegexOptions.CultureInvariant);
        }
    } = "";

    /// <summary>A test beyond the pattern.</summary>
    public Func<string, bool> Accepts { get; init; } = _ => true;

    /// <summary>Name of the format in JSON Schema; empty for none.</summary>
    public string Format { get; init; } = "";

    /// <summary>What the text is a name of in Azure, such as <c>a key vault</c>; empty for other texts.</summary>
    public string NameOf { get; init; } = "";

    /// <summary>Whether unquoted numbers and booleans are taken as texts, as in tags and quantities.</summary>
    public bool Loose { get; init; }

    /// <inheritdoc/>
    public override string Form => "a text";

    /// <inheritdoc/>
    public override string Summary => NameOf.Length > 0 ? "name" : Expectation is "a text" ? "text" : Expectation;

    /// <inheritdoc/>
    public override bool Takes(YamlScalarType type) => type == YamlScalarType.Text || (Loose && type != YamlScalarType.Null);

    /// <summary>Whether a text has the form.</summary>
    /// <param name="text">The text.</param>
    public bool Matches(string text) =>
        text.Length <= MaxLength && (expression is null ? text.Trim().Length > 0 : MatchesWhole(expression, text)) && Accepts(text);

    /// <inheritdoc/>
    public override ScalarProblem? Examine(string text, Place place)
    {
        if (Matches(text))
            return null;
        return NameOf.Length > 0
            ? new ScalarProblem(AzureDiagnostics.IllegalName, "", text, NameOf, Expectation)
            : new ScalarProblem(ShapeDiagnostics.Malformed, "", text, Expectation);
    }

    /// <summary>A dollar sign matches before a final line break as well, so the length has to fit too.</summary>
    private static bool MatchesWhole(Regex expression, string text) =>
        expression.Match(text) is { Success: true } match && match.Length == text.Length;
}
