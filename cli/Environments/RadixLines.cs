using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Cli.Environments;

/// <summary>
/// The lines of a component or job in <c>radixconfig.yaml</c>, or of the sub-pipeline of an environment. Radix sets the variables
/// of Azure's client libraries from the client id.
/// </summary>
internal static class RadixLines
{
    /// <summary>Writes the lines of a workload that runs on Radix.</summary>
    public static string Write(WorkloadSetting setting)
    {
        if (setting.Workload.RunsOn is not RadixWorkload radix)
            throw new ArgumentException($"The workload '{setting.Workload.Name}' does not run on Radix.", nameof(setting));

        var identity = YamlLines.Map(("azure", YamlLines.Map(("clientId", setting.ClientId))));
        var variables = YamlLines.Map(setting.OwnVariables);
        return radix.Component.Length > 0
            ? YamlLines.Write(YamlLines.Map(("name", radix.Component), ("identity", identity), ("variables", variables)))
            : YamlLines.Write(YamlLines.Map(("build", YamlLines.Map(("subPipeline", YamlLines.Map(("identity", identity), ("variables", variables)))))));
    }
}
