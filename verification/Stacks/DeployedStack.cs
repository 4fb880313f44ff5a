using System.Globalization;
using System.Text.Json;
using Provisioning.Infra.Access;

namespace Provisioning.Verification.Stacks;

/// <summary>The outputs of a deployed stack, as far as a verification needs them.</summary>
/// <param name="outputs">The outputs as plain JSON, as <c>stack output --json</c> prints them.</param>
public sealed class DeployedStack(JsonElement outputs)
{
    /// <summary>
    /// The text at a path of member names and list indices, such as <c>registries</c>, <c>private</c>, <c>loginServer</c>; null when there
    /// is none.
    /// </summary>
    /// <param name="path">The names, outermost first.</param>
    public string? Find(params ReadOnlySpan<string> path)
    {
        var element = outputs;
        foreach (var name in path)
        {
            if (Step(element, name) is not { } next)
                return null;
            element = next;
        }

        return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
    }

    /// <summary>The text at a path.</summary>
    /// <exception cref="NotDeployedException">There is none: the stack was deployed from another document, or by an older version.</exception>
    public string Get(params ReadOnlySpan<string> path) => Find(path) ?? throw new NotDeployedException(string.Join('.', path));

    /// <summary>Object id of a principal that the stack made or knows by name.</summary>
    /// <param name="principal">An identity, an application or the system-assigned identity of a compute.</param>
    /// <exception cref="NotDeployedException">The stack does not have it yet.</exception>
    public string PrincipalIdOf(Principal principal) => principal switch
    {
        Principal.Managed managed => Get("identities", managed.Identity.Name, "principalId"),
        Principal.ServicePrincipal service => Get("applications", service.Application.Name, "principalId"),

        // A compute runs as its system-assigned identity or as others, never as both.
        Principal.OfCompute compute => Get("computes", compute.Compute.Name, "runsAs", "0", "principalId"),
        _ => throw new ArgumentOutOfRangeException(nameof(principal), principal, "The stack does not say the object id of this principal."),
    };

    private static JsonElement? Step(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(name, out var member) ? member : null,
        JsonValueKind.Array => int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength() ? element[index] : null,
        _ => null,
    };
}
