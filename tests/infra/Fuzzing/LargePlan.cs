using System.Text;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Documents with a large plan: workloads of one compute that act as one identity and all read the same containers.</summary>
internal static class LargePlan
{
    private const string Resources =
        """
        location: westeurope
        resourceGroup: rg
        identities: { trainer: { name: id-trainer } }
        registries: { private: { name: acrprivate, sku: Premium } }
        vaults: { main: { name: kv-main-sample, purgeProtection: true } }
        workspaces:
          main: { name: mlw-main, identity: system, storage: data, vault: main, registry: private }
        computes:
          one: { kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: trainer }

        """;

    /// <summary>Writes a document.</summary>
    /// <param name="workloads">Number of workloads.</param>
    /// <param name="containers">Number of containers that each of them reads.</param>
    /// <param name="prefix">First letter of what they read; the containers have a <c>c</c>.</param>
    public static string Write(int workloads, int containers, char prefix = 'c')
    {
        var document = new StringBuilder(Resources);
        document.Append($"storage: {{ data: {{ name: stdata, containers: [{Numbered("c", containers)}] }} }}\nworkloads:\n");
        for (int index = 0; index < workloads; index++)
        {
            string reads = index == 0 ? $"&reads [{Numbered($"data/{prefix}", containers)}]" : "*reads";
            document.Append($"  w{index}: {{ runsOn: {{ compute: one }}, identity: trainer, reads: {reads} }}\n");
        }

        return document.ToString();
    }

    private static string Numbered(string prefix, int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => $"{prefix}{index:d5}"));
}
