using System.Collections.Immutable;
using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Environments;

/// <summary>What a workload must run with: from the document where it runs, from the deployed stack the values.</summary>
/// <param name="Workload">The workload of the document.</param>
/// <param name="Variables">The variables to set.</param>
/// <param name="Injected">The variables that the platform sets by itself.</param>
internal sealed record WorkloadSetting(
    Workload Workload, ImmutableSortedDictionary<string, string> Variables, ImmutableArray<string> Injected)
{
    /// <summary>The form that the platform of the workload takes.</summary>
    public EnvironmentFormat NaturalFormat => Workload.RunsOn switch
    {
        KubernetesServiceAccount => EnvironmentFormat.Kubernetes,
        RadixWorkload => EnvironmentFormat.Radix,
        ComputeTarget => EnvironmentFormat.Aml,
        _ => EnvironmentFormat.Dotenv,
    };

    /// <summary>The client id of the workload's identity; null when the platform alone decides who it is.</summary>
    public string? ClientId => Variables.GetValueOrDefault("AZURE_CLIENT_ID");

    /// <summary>The variables besides those that Azure's client libraries read.</summary>
    public IEnumerable<KeyValuePair<string, string>> OwnVariables =>
        Variables.Where(variable => !variable.Key.StartsWith("AZURE_", StringComparison.Ordinal));

    /// <summary>Reads the setting of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="outputs">The outputs of the deployed stack.</param>
    /// <exception cref="CommandException">It is not deployed.</exception>
    public static WorkloadSetting Read(Workload workload, PropertyMap outputs)
    {
        var deployed = DeployedOutputs.Of(outputs, "workloads", workload.Name);
        if (deployed.Count == 0)
        {
            throw new CommandException(new CommandError(
                "ACC7013", ExitCode.Error, $"The workload '{workload.Name}' is in the document and not in the stack; run 'up' first."));
        }

        return new WorkloadSetting(
            workload,
            DeployedOutputs.Member(deployed, "environment").ToImmutableSortedDictionary(
                variable => variable.Key, variable => DeployedOutputs.Text(variable.Value), StringComparer.Ordinal),
            deployed.GetOrNull("injected") is PropertyValue.ArrayValue injected ? [.. injected.Items.Select(DeployedOutputs.Text)] : []);
    }
}
