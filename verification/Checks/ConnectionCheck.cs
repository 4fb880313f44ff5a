using System.Text.Json;
using Azure;
using Provisioning.Infra.Model;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>A workspace's connection to a private registry names the registry, the identity and its client id, and holds no password.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="connection">The connection.</param>
/// <param name="reader">Reads it.</param>
/// <param name="stack">What was deployed.</param>
internal sealed class ConnectionCheck(Workspace workspace, RegistryConnection connection, ResourceReader reader, DeployedStack stack) : ICheck
{
    private const string ApiVersion = "2025-06-01";
    private const string Remedy = "Run 'up --refresh' to write the connection as the document says.";

    /// <inheritdoc/>
    public string What => $"connects to {connection.Registry.Target.Address} by {connection.Name} without a password";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var id = $"{stack.Get("workspaces", workspace.Name, "resourceId")}/connections/{connection.Name}";
            return await reader.GetAsync(id, ApiVersion, "", cancellationToken) is { } found
                ? Compare(found.GetProperty("properties"))
                : new Verdict(Outcome.NotGranted, "the connection does not exist", Remedy);
        }
        catch (RequestFailedException failure)
        {
            return new Verdict(Outcome.Unchecked, $"the connection cannot be read ({failure.Status})", "Sign in as somebody with the role Reader.");
        }
    }

    private Verdict Compare(JsonElement properties)
    {
        var identity = connection.Identity.Target.Name;
        (string Name, string? Found, string Wanted)[] members =
        [
            ("authType", Text(properties, "authType"), "ManagedIdentity"),
            ("target", Text(properties, "target"), stack.Get("registries", connection.Registry.Target.Name, "loginServer")),
        ];
        var wrong = members.FirstOrDefault(member => !string.Equals(member.Found, member.Wanted, StringComparison.OrdinalIgnoreCase));
        if (wrong.Name is not null)
            return new Verdict(Outcome.Wrong, $"its {wrong.Name} is {wrong.Found ?? "missing"} instead of {wrong.Wanted}", Remedy);

        // Azure shows the credentials of some connections only to who may list their secrets.
        return properties.TryGetProperty("credentials", out var credentials) && credentials.ValueKind is JsonValueKind.Object
            && Text(credentials, "clientId") is { } clientId && !clientId.Equals(stack.Get("identities", identity, "clientId"), StringComparison.OrdinalIgnoreCase)
            ? new Verdict(Outcome.Wrong, $"its clientId is {clientId}, which is not that of identities.{identity}", Remedy)
            : Verdict.Held($"managed identity identities.{identity}");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
