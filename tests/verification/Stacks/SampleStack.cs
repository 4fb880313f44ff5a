using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Tests.Stacks;

/// <summary>A document of a few lines on top of resources that most tests need, and what a deployment of it would have as outputs.</summary>
internal sealed class SampleStack
{
    /// <summary>The stack's subscription.</summary>
    public const string Subscription = "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";

    /// <summary>The stack's tenant.</summary>
    public const string Tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

    /// <summary>The issuer of every token.</summary>
    public const string Issuer = "https://issuer.example/";

    private const string Resources =
        $$"""
        cloud: public
        location: westeurope
        resourceGroup: rg
        subscription: {{Subscription}}
        tenant: {{Tenant}}
        identities:
          trainer: { name: id-trainer }
          scorer: { name: id-scorer }
        registries:
          private: { name: acrprivate, sku: Premium }
          shared:
            existing: /subscriptions/${subscription}/resourceGroups/rg-platform/providers/Microsoft.ContainerRegistry/registries/acrshared
            permissions: repository
        storage:
          workspace: { name: stworkspace }
          data: { name: stdata, containers: [datasets, models] }
        vaults:
          main: { name: kv-main-sample, purgeProtection: true }
        workspaces:
          main: { name: mlw, storage: workspace, vault: main, connections: { base: { registry: private, identity: trainer } } }
        clusters:
          aks:
            existing: /subscriptions/${subscription}/resourceGroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks
        deeplake:
          research: { organization: contoso-research }
          archive: { organization: contoso-archive }
        """;

    private SampleStack(StackDocument document)
    {
        Document = document;
        Plan = AccessPlan.Of(document);
        Outputs = new DeployedStack(JsonSerializer.SerializeToElement(Describe()));
    }

    /// <summary>The document.</summary>
    public StackDocument Document { get; }

    /// <summary>What follows from it.</summary>
    public AccessPlan Plan { get; }

    /// <summary>What was deployed.</summary>
    public DeployedStack Outputs { get; }

    /// <summary>A stack with further sections.</summary>
    public static SampleStack With(string sections)
    {
        var result = new StackDocumentLoader(TimeProvider.System).Load("stack.yaml", $"{Resources}\n{sections}\n");
        return new SampleStack(result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics)));
    }

    /// <summary>A stack in which <c>identities.trainer</c> acts from GitHub.</summary>
    /// <param name="needs">Lines of the workload, such as <c>pulls: [private]</c>.</param>
    public static SampleStack WithWorkload(params ReadOnlySpan<string> needs) =>
        With($"workloads:\n  train:\n    runsOn: {{ github: {{ repository: contoso/models, environment: prod }} }}\n    identity: trainer\n    {string.Join("\n    ", needs)}");

    /// <summary>The id that a scope has here.</summary>
    public static string Id(AccessScope scope) => scope switch
    {
        AccessScope.ById known => known.Id.ToString(),
        AccessScope.Subscription => $"/subscriptions/{Subscription}",
        _ => $"/subscriptions/{Subscription}/resourceGroups/rg/{scope.Address}",
    };

    private JsonObject Describe() => new()
    {
        ["identities"] = Map(Document.Identities, entry => Named(
            ("resourceId", $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{entry.Name}"),
            ("clientId", $"client-{entry.Name}"),
            ("principalId", $"principal-{entry.Name}"))),
        ["applications"] = Map(Document.Applications, entry => Named(("clientId", $"client-{entry.Name}"), ("principalId", $"principal-{entry.Name}"))),
        ["registries"] = Map(Document.Registries, entry => Named(("loginServer", $"{entry.Name}.azurecr.example"))),
        ["storage"] = Map(Document.Storage, entry => Named(("blobEndpoint", $"https://{entry.Name}.blob.example/"))),
        ["vaults"] = Map(Document.Vaults, entry => Named(("uri", $"https://{entry.Name}.vault.example/"))),
        ["workspaces"] = Map(Document.Workspaces, entry => Named(("resourceId", $"/workspaces/{entry.Name}"))),
        ["clusters"] = Map(Document.Clusters, entry => Named(("resourceId", $"/clusters/{entry.Name}"))),
        ["computes"] = Map(Document.Computes, entry => new JsonObject
        {
            ["resourceId"] = $"/computes/{entry.Name}",
            ["runsAs"] = new JsonArray(Named(("principalId", $"principal-{entry.Name}"))),
        }),
        ["workloads"] = Map(Document.Workloads, entry => new JsonObject
        {
            ["environment"] = entry.Identity is WorkloadIdentity.Managed managed ? Named(("AZURE_CLIENT_ID", $"client-{managed.Identity.Target.Name}")) : [],
        }),
        ["assignments"] = Map(Plan.Grants, grant => grant.Name, grant => Named(("principalId", PrincipalIdOf(grant.Principal)), ("scope", Id(grant.Scope)))),
        ["credentials"] = Map(Plan.Credentials, credential => credential.Name, _ => Named(("issuer", Issuer))),
        ["registrations"] = Map(Plan.Registrations, registration => registration.Name, registration => Named(("clientId", $"client-{registration.Principal.Address.Split('.')[1]}"))),
    };

    private static string PrincipalIdOf(Principal principal) => $"principal-{principal.Address.Split('.', 2)[^1]}";

    private static JsonObject Map<T>(IEnumerable<T> entries, Func<T, JsonObject> describe)
        where T : Entry => Map(entries, entry => entry.Name, describe);

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonObject> describe) =>
        new(items.Select(item => KeyValuePair.Create<string, JsonNode?>(name(item), describe(item))));

    private static JsonObject Named(params IEnumerable<(string Name, string Value)> members) =>
        new(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value)));
}
