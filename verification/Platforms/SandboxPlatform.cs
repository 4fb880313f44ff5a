using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>
/// The platforms around a sandbox. Its administration signs what clusters and pipelines would sign, and opens the managed-identity
/// endpoint that a compute, a node or a pod would find.
/// </summary>
/// <param name="admin">HTTP to the sandbox's administration; its base address ends in a slash.</param>
/// <param name="entra">Makes credentials.</param>
/// <param name="hosts">Starts processes that ask managed-identity endpoints.</param>
public sealed class SandboxPlatform(HttpClient admin, EntraClient entra, IIdentityHosts hosts) : IPlatform, IAssertionSource
{
    private readonly TokenFiles files = new();

    /// <inheritdoc/>
    public async Task<PlatformAccess> EnterAsync(Actor actor, CancellationToken cancellationToken) => actor switch
    {
        Actor.Federated federated => await EnterAsync(federated, cancellationToken),
        Actor.OnCompute compute => await EnterHostAsync(
            new JsonObject { ["compute"] = compute.ResourceId }, compute.ClientId, "the managed-identity endpoint of Azure Machine Learning", cancellationToken),
        Actor.OnNode node => await EnterHostAsync(new JsonObject { ["node"] = node.ClusterId }, null, "the metadata endpoint of a node", cancellationToken),
        Actor.InPod pod => await EnterHostAsync(Describe(pod), pod.ClientId, "the metadata endpoint that AAD Pod Identity intercepts", cancellationToken),
        Actor.Azure { WorkspaceId: { } workspace } => await EnterHostAsync(
            new JsonObject { ["service"] = workspace }, null, "the metadata endpoint of Azure Machine Learning's own machines", cancellationToken),
        Actor.Azure => new PlatformAccess.Closed("Only Azure itself acts as this identity", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, "Unknown actor."),
    };

    /// <inheritdoc/>
    public async Task<string> SignAsync(Trust content, DateTimeOffset? validUntil, CancellationToken cancellationToken)
    {
        var request = new JsonObject { ["issuer"] = content.Issuer, ["subject"] = content.Subject, ["audience"] = content.Audience };
        if (validUntil is { } end)
        {
            request["validFrom"] = end.AddHours(-1).ToString("O");
            request["validUntil"] = end.ToString("O");
        }

        var answer = await PostAsync("_sandbox/oidc/tokens", request, cancellationToken);
        return answer["token"]?.GetValue<string>() ?? throw new InvalidDataException("The sandbox answered without a token.");
    }

    /// <summary>Ends the hosts and deletes the token files.</summary>
    public async ValueTask DisposeAsync()
    {
        await hosts.DisposeAsync();
        files.Dispose();
    }

    private async Task<PlatformAccess> EnterAsync(Actor.Federated actor, CancellationToken cancellationToken)
    {
        var signIns = ImmutableArray.CreateBuilder<SignIn>();
        foreach (var trust in actor.Trusts)
            signIns.Add(new SignIn(await CredentialAsync(actor, trust, cancellationToken), $"a token of {trust.Issuer}", trust));
        return new PlatformAccess.Open(signIns.ToImmutable(), this);
    }

    private async Task<TokenCredential> CredentialAsync(Actor.Federated actor, Trust trust, CancellationToken cancellationToken) =>
        actor.Workload.RunsOn is KubernetesServiceAccount or RadixWorkload
            ? entra.OfTokenFile(actor.ClientId, await files.WriteAsync(await SignAsync(trust, null, cancellationToken), cancellationToken))
            : entra.OfAssertion(actor.ClientId, cancellation => SignAsync(trust, null, cancellation));

    private async Task<PlatformAccess> EnterHostAsync(JsonObject host, string? clientId, string how, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await PostAsync("_sandbox/hosts", host, cancellationToken);
            var environment = (answer["environment"] as JsonObject ?? []).ToImmutableDictionary(
                variable => variable.Key, variable => variable.Value?.GetValue<string>() ?? "", StringComparer.Ordinal);
            return new PlatformAccess.Open([new SignIn(hosts.Start(environment, clientId), how)], null);
        }
        catch (HttpRequestException failure) when (failure.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            return new PlatformAccess.Refused(failure.Message, "Run 'up --refresh' to put it and its identity back.");
        }
    }

    private static JsonObject Describe(Actor.InPod pod)
    {
        var name = pod.Binding.Name;
        return new JsonObject
        {
            ["pod"] = new JsonObject
            {
                ["cluster"] = pod.ClusterId,
                ["namespace"] = pod.Binding.Namespace,
                ["labels"] = new JsonObject { ["aadpodidbinding"] = pod.Binding.Selector },
                ["azureIdentities"] = new JsonArray(new JsonObject
                {
                    ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = pod.Binding.Namespace },
                    ["spec"] = new JsonObject { ["type"] = 0, ["resourceID"] = pod.IdentityId, ["clientID"] = pod.ClientId },
                }),
                ["azureIdentityBindings"] = new JsonArray(new JsonObject
                {
                    ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = pod.Binding.Namespace },
                    ["spec"] = new JsonObject { ["azureIdentity"] = name, ["selector"] = pod.Binding.Selector },
                }),
            },
        };
    }

    private async Task<JsonObject> PostAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await admin.PostAsync(path, content, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text) as JsonObject ?? []
            : throw new HttpRequestException(text.Trim('"'), null, response.StatusCode);
    }
}
