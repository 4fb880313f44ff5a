using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Cli.Environments;

/// <summary>The lines of an Azure ML job (command line version 2): its compute and the variables it must set.</summary>
internal static class JobLines
{
    /// <summary>Writes the lines of a workload that runs on a compute.</summary>
    public static string Write(WorkloadSetting setting) => setting.Workload.RunsOn is ComputeTarget target
        ? YamlLines.Write(YamlLines.Map(
            ("compute", $"azureml:{target.Compute.Target.AzureName}"),
            ("environment_variables", YamlLines.Map(setting.Variables))))
        : throw new ArgumentException($"The workload '{setting.Workload.Name}' does not run on a compute.", nameof(setting));
}
