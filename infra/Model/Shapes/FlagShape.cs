using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record FlagShape : ScalarShape
{
    /// <summary>Whether only <c>true</c> makes sense, because the key marks something.</summary>
    public bool MustBeTrue { get; init; }

    /// <inheritdoc/>
    public override string Form => "true or false";

    /// <inheritdoc/>
    public override string Summary => MustBeTrue ? "`true`" : "`true`, `false`";

    /// <inheritdoc/>
    public override bool Takes(YamlScalarType type) => type == YamlScalarType.Boolean;

    /// <inheritdoc/>
    public override string Hint(YamlScalar scalar) => scalar.Text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" or "1" => "Write true.",
        "no" or "off" or "n" or "0" => "Write false.",
        "true" or "false" => "Write it without quotes.",
        _ => "",
    };

    /// <inheritdoc/>
    public override ScalarProblem? Examine(string text, Place place) =>
        MustBeTrue && !text.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? new ScalarProblem(ShapeDiagnostics.NotAllowed, "Remove the key.", text, place.Path, "true")
            : null;
}
