using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A check of a document against its shape.</summary>
/// <param name="Diagnostics">Where problems go.</param>
internal sealed record ShapeCheck(DiagnosticBag Diagnostics)
{
    private readonly HashSet<YamlNode> rejected = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a value departs from its shape, so that nothing can be made of it.</summary>
    /// <param name="value">The value.</param>
    public bool IsRejected(YamlNode value) => value is YamlBroken || rejected.Contains(value);

    /// <summary>Marks a value whose problem has been reported.</summary>
    /// <param name="value">The value.</param>
    public void Reject(YamlNode value) => rejected.Add(value);

    /// <summary>Reports that a value has another form than its shape, unless it could not be read in the first place.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Its place.</param>
    /// <param name="form">The form it should have.</param>
    /// <param name="hint">The next step; empty for none.</param>
    public void RejectForm(YamlNode value, Place place, string form, string hint = "")
    {
        Reject(value);
        if (value is not YamlBroken)
            Diagnostics.ReportWithHint(ShapeDiagnostics.WrongType, value.Span, hint, place.Name, form, value.Kind);
    }
}
