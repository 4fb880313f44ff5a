using System.Globalization;
using System.Text;

namespace Provisioning.Bench.Subjects;

/// <summary>
/// A document of a given size. It is made of units of nine resources: an identity with its component, four containers, a service
/// account's federated credential, and the roles to read one container and write another.
/// </summary>
internal static class StackDocumentText
{
    private const int ResourcesPerUnit = 9;

    /// <summary>The stack, the provider, the resource group and the cluster.</summary>
    private const int CommonResources = 4;

    /// <summary>Units that share a storage account.</summary>
    private const int UnitsPerAccount = 100;

    /// <summary>The document whose stack has about as many resources.</summary>
    public static string OfSize(int resources)
    {
        var units = Math.Max(1, (resources - CommonResources) / ResourcesPerUnit);
        var text = new StringBuilder();
        text.Append("cloud: sandbox\nlocation: westeurope\nresourceGroup: rg-bench\nidentities:\n");
        foreach (var unit in Enumerable.Range(0, units))
            text.Append(CultureInfo.InvariantCulture, $"  i{unit:d5}: {{ name: id-{unit:d5} }}\n");

        text.Append("storage:\n");
        foreach (var account in Enumerable.Range(0, units).Chunk(UnitsPerAccount))
        {
            var containers = account.SelectMany(unit => "abcd".Select(letter => $"c{unit:d5}{letter}"));
            text.Append(CultureInfo.InvariantCulture, $"  {AccountOf(account[0])}: {{ name: stbench{AccountOf(account[0])}, containers: [{string.Join(", ", containers)}] }}\n");
        }

        text.Append("clusters:\n  edge:\n    existing: /subscriptions/${subscription}/resourceGroups/edge/providers/Microsoft.Kubernetes/connectedClusters/edge\n");
        text.Append("workloads:\n");
        foreach (var unit in Enumerable.Range(0, units))
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  w{unit:d5}:
                    runsOn: {"{"} kubernetes: {"{"} cluster: edge, namespace: bench, serviceAccount: sa-{unit:d5} {"}"} {"}"}
                    identity: i{unit:d5}
                    reads: [{AccountOf(unit)}/c{unit:d5}a]
                    writes: [{AccountOf(unit)}/c{unit:d5}b]

                """);
        }

        return text.ToString();
    }

    private static string AccountOf(int unit) => string.Create(CultureInfo.InvariantCulture, $"s{unit / UnitsPerAccount:d3}");
}
