using System.Text.Json;

namespace Provisioning.Verification.Stacks;

/// <summary>The outputs of a deployed stack, as far as a verification needs them.</summary>
/// <param name="outputs">The outputs as plain JSON, as <c>stack output --json</c> prints them.</param>
public sealed class DeployedStack(JsonElement outputs)
{
    /// <summary>The text at a path of member names, such as <c>registries</c>, <c>private</c>, <c>loginServer</c>; null when there is none.</summary>
    /// <param name="path">The names, outermost first.</param>
    public string? Find(params ReadOnlySpan<string> path)
    {
        var element = outputs;
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
    }

    /// <summary>The text at a path.</summary>
    /// <exception cref="NotDeployedException">There is none: the stack was deployed from another document, or by an older version.</exception>
    public string Get(params ReadOnlySpan<string> path) => Find(path) ?? throw new NotDeployedException(string.Join('.', path));
}
