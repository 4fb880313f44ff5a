using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Access;

/// <summary>Documents of a few lines, on top of resources that most of them need.</summary>
internal static class Sample
{
    /// <summary>The resources.</summary>
    public const string Resources =
        """
        cloud: public
        location: westeurope
        resourceGroup: rg
        subscription: aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
        tenant: aaaabbbb-0000-cccc-1111-dddd2222eeee
        identities:
          trainer: { name: id-trainer }
          builder: { name: id-builder }
          owner: { name: id-owner }
        registries:
          private: { name: acrprivate, sku: Premium }
          shared:
            existing: /subscriptions/bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f/resourceGroups/rg-platform/providers/Microsoft.ContainerRegistry/registries/contosoimages
            permissions: repository
        storage:
          data: { name: stdata, containers: [datasets, models] }
        vaults:
          main: { name: kv-main-sample, purgeProtection: true }
        insights:
          main: { name: appi }
        clusters:
          aks:
            existing: /subscriptions/${subscription}/resourceGroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks
          edge:
            existing: /subscriptions/${subscription}/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/edge
        deeplake:
          research:
            organization: contoso-research
        """;

    /// <summary>The document with further sections.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="research">Further lines of the Deep Lake organization.</param>
    public static StackDocument Document(string sections, string research = "") => Documents.LoadValid($"{Resources}\n{research}\n{sections}\n");

    /// <summary>The plan of a document with further sections.</summary>
    public static AccessPlan Plan(string sections) => AccessPlan.Of(Document(sections));

    /// <summary>The grants of a plan as lines: who, which role, where.</summary>
    public static IEnumerable<string> Lines(this AccessPlan plan) =>
        plan.Grants.Select(grant => $"{grant.Principal.Address}: {grant.Role} on {grant.Scope.Address}");

    /// <summary>A workload in GitHub Actions, acting as <c>identities.trainer</c>.</summary>
    public static string Workload(string needs, string name = "train", string identity = "trainer") =>
        $"  {name}:\n    runsOn: {{ github: {{ repository: contoso/models, environment: {name} }} }}\n    identity: {identity}\n    {needs}";
}
