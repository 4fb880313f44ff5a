using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A single value.</summary>
internal abstract record ScalarShape : Shape
{
    private const int LongestQuoted = 240;

    /// <summary>Whether a scalar of a type can be meant.</summary>
    /// <param name="type">The type YAML gives it.</param>
    public virtual bool Takes(YamlScalarType type) => type == YamlScalarType.Text;

    /// <summary>Finds what is wrong with a value of a fitting type.</summary>
    /// <param name="text">The value.</param>
    /// <param name="place">Its place.</param>
    /// <returns>The problem; null for none.</returns>
    public abstract ScalarProblem? Examine(string text, Place place);

    /// <summary>What to write instead of a scalar of the wrong type.</summary>
    /// <param name="scalar">The scalar.</param>
    public virtual string Hint(YamlScalar scalar) => scalar switch
    {
        { IsNull: true } => "",
        { Text.Length: > LongestQuoted } => "Put it in quotes.",
        _ => $"Put it in quotes: \"{scalar.Text}\".",
    };

    /// <inheritdoc/>
    public sealed override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        if (value is not YamlScalar scalar)
        {
            check.RejectForm(value, place, Form);
        }
        else if (!Takes(scalar.Type))
        {
            check.RejectForm(value, place, Form, Hint(scalar));
        }
        else if (Examine(scalar.Text, place) is { } problem)
        {
            check.Reject(value);
            check.Diagnostics.ReportWithHint(problem.Descriptor, value.Span, problem.Hint, problem.Arguments);
        }
    }
}

/// <summary>What is wrong with a scalar.</summary>
/// <param name="Descriptor">The kind of problem.</param>
/// <param name="Hint">The next step; empty for none.</param>
/// <param name="Arguments">Arguments of the message.</param>
internal sealed record ScalarProblem(DiagnosticDescriptor Descriptor, string Hint, params string[] Arguments);
