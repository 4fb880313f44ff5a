using Pulumi;
using Pulumi.Utilities;

namespace Provisioning.Infra.Components;

/// <summary>Reads values that Azure fills in.</summary>
internal static class OutputValues
{
    /// <summary>
    /// A value that a resource has once it exists. A preview may show the resource without it; then it is unknown.
    /// </summary>
    /// <param name="output">The value; null or empty when it is missing.</param>
    /// <param name="what">What is missing, as the subject of a sentence.</param>
    /// <param name="advice">What to do when it is missing after a deployment.</param>
    /// <exception cref="RunException">The value is missing outside of a preview.</exception>
    public static Output<string> Required(this Output<string?> output, string what, string advice) => output.Apply(value =>
        !string.IsNullOrEmpty(value) ? Output.Create(value)
        : Deployment.Instance.IsDryRun ? OutputUtilities.CreateUnknown("")
        : throw new RunException($"{what} is missing. {advice}"));

    /// <summary>A text, or nothing where the document has none.</summary>
    public static Input<string>? OrNull(string text) => text.Length == 0 ? null : (Input<string>)text;

    /// <summary>Azure's words for whether a resource answers from the public network.</summary>
    public static string Enabled(bool value) => value ? "Enabled" : "Disabled";
}
