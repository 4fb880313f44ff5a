using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.ContainerService;
using Provisioning.Sandbox.Arm.MachineLearning;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Platforms;

/// <summary>Makes a host of what the body of <c>POST /_sandbox/hosts</c> says.</summary>
/// <param name="random">Source of names and secrets.</param>
internal sealed class HostRequest(SandboxRandom random)
{
    private const string Expected =
        "The body must be a JSON object with one member: 'compute', 'node' or 'service' with the id of a resource, or 'pod' with an object.";

    /// <summary>Reads the body.</summary>
    /// <param name="body">The body; null when it is no JSON object.</param>
    /// <returns>The host, or what is wrong with the body.</returns>
    public (Host? Host, string? Refusal) Read(JsonObject? body)
    {
        if (body is not { Count: 1 })
            return (null, Expected);
        return body.Single().Key switch
        {
            "compute" => OnResource(body, "compute", MachineLearningTypes.Computes, id => new Host.Compute { Name = NewName(), Resource = id.Value, Secret = NewSecret() }),
            "node" => OnResource(body, "node", ContainerServiceTypes.ManagedClusters, id => new Host.Node { Name = NewName(), Resource = id.Value }),
            "service" => OnResource(body, "service", MachineLearningTypes.Workspaces, id => new Host.Service { Name = NewName(), Resource = id.Value }),
            "pod" => body.ObjectAt("pod") is { } pod ? OnResource(pod, "cluster", ContainerServiceTypes.ManagedClusters, id => ReadPod(pod, id)) : (null, Expected),
            _ => (null, Expected),
        };
    }

    private static (Host? Host, string? Refusal) OnResource(JsonObject body, string member, ArmResourceType type, Func<ArmId, Host?> create)
    {
        if (body.IdAt(member) is not { } id || !id.IsOfType(type.Name))
            return (null, $"The member '{member}' must be the id of a resource of type '{type.Name}'.");
        return create(id) is { } host
            ? (host, null)
            : (null, "The member 'pod' must have 'cluster', 'namespace', 'labels', and the manifests 'azureIdentities' and 'azureIdentityBindings', each with its 'metadata' and 'spec'.");
    }

    private Host.Pod? ReadPod(JsonObject pod, ArmId cluster)
    {
        if (pod.TextAt("namespace") is not { Length: > 0 } space
            || ReadAll(pod, "azureIdentities", ReadIdentity) is not { } identities
            || ReadAll(pod, "azureIdentityBindings", ReadBinding) is not { } bindings)
        {
            return null;
        }

        return new Host.Pod
        {
            Name = NewName(),
            Resource = cluster.Value,
            Namespace = space,
            Labels = (pod.ObjectAt("labels") ?? []).ToDictionary(label => label.Key, label => label.Value.TextAt() ?? ""),
            Identities = identities,
            Bindings = bindings,
        };
    }

    private static AzureIdentity? ReadIdentity(JsonNode? manifest) =>
        manifest.TextAt("metadata", "name") is { } name
        && manifest.TextAt("spec", "resourceID") is { } resource
        && manifest.TextAt("spec", "clientID") is { } client
            ? new AzureIdentity(NamespaceOf(manifest), name, manifest.NumberAt("spec", "type") ?? 0, resource, client)
            : null;

    private static AzureIdentityBinding? ReadBinding(JsonNode? manifest) =>
        manifest.TextAt("metadata", "name") is { } name
        && manifest.TextAt("spec", "azureIdentity") is { } identity
        && manifest.TextAt("spec", "selector") is { } selector
            ? new AzureIdentityBinding(NamespaceOf(manifest), name, identity, selector)
            : null;

    private static string NamespaceOf(JsonNode? manifest) => manifest.TextAt("metadata", "namespace") ?? "default";

    /// <summary>All manifests of a list, or null when one of them lacks something.</summary>
    private static IReadOnlyList<T>? ReadAll<T>(JsonObject pod, string member, Func<JsonNode?, T?> read)
        where T : class
    {
        var manifests = pod.At(member) as JsonArray ?? [];
        var all = manifests.Select(read).OfType<T>().ToList();
        return all.Count == manifests.Count ? all : null;
    }

    private string NewName() => "host-" + Convert.ToHexStringLower(random.NextBytes(6));

    private string NewSecret() => Convert.ToHexStringLower(random.NextBytes(32));
}
