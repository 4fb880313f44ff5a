using System.Text.Json;
using Azure;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Checks;

/// <summary>A resource has no keys or passwords that would open it to whoever holds them.</summary>
/// <param name="what">What it lacks: <c>registries.private has no admin user</c>.</param>
/// <param name="resourceId">Id of the resource.</param>
/// <param name="apiVersion">The version of the service's API.</param>
/// <param name="property">The property that would turn them on.</param>
/// <param name="byDefault">What Azure means when the property is missing.</param>
/// <param name="reader">Reads it.</param>
internal sealed class SecretlessCheck(string what, string resourceId, string apiVersion, string property, bool byDefault, ResourceReader reader) : ICheck
{
    /// <inheritdoc/>
    public string What => what;

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await reader.GetAsync(resourceId, apiVersion, "", cancellationToken) is not { } found)
                return new Verdict(Outcome.NotGranted, "the resource does not exist", "Run 'up --refresh' to create it again.");
            var isOn = found.GetProperty("properties").TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.GetBoolean()
                : byDefault;
            return isOn
                ? new Verdict(Outcome.TooMuch, $"{property} is on", "Run 'up --refresh' to turn it off, and renew the keys or passwords that were readable meanwhile.")
                : Verdict.Held($"{property} is off");
        }
        catch (RequestFailedException failure)
        {
            return new Verdict(Outcome.Unchecked, $"the resource cannot be read ({failure.Status})", "Sign in as somebody with the role Reader.");
        }
    }
}
