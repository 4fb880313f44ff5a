using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>One of a few words.</summary>
/// <param name="Words">The words.</param>
internal sealed record ChoiceShape(params ImmutableArray<string> Words) : ScalarShape
{
    /// <inheritdoc/>
    public override string Form => "a text";

    /// <inheritdoc/>
    public override string Summary => string.Join(", ", Words.Select(word => $"`{word}`"));

    /// <inheritdoc/>
    public override ScalarProblem? Examine(string text, Place place) => Words.Contains(text)
        ? null
        : new ScalarProblem(
            ShapeDiagnostics.NotAllowed, Spelling.Suggest(text, Words), text, place.Path, string.Join(", ", Words));
}
