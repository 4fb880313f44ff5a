using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Cli.Environments;

/// <summary>The lines of an Azure ML job (command line version 2): its compute and the variables it must set.</summary>
internal static class JobLines
{
    /// <summary>Writes the lines of a workload that runs on a compute.</summary>
    public static string Write(WorkloadSetting setting) => setting.Workload.RunsOn is ComputeTarget target
        ? YamlLines.Write(YamlLines.Map(
            ("compute", $"azureml:{target.Compute.Target.AzureName}"),
            ("environment_variables", YamlLines.Map(setting.Variables)))) + OwnerOfClientId(setting)
        : throw new ArgumentException($"The workload '{setting.Workload.Name}' does not run on a compute.", nameof(setting));

    // People take the one for the other, and Deep Lake then does not know who calls.
    private static string OwnerOfClientId(WorkloadSetting setting) => setting switch
    {
        { ClientId: null } => "",
        { Workload.Identity: WorkloadIdentity.Managed managed } => $"# AZURE_CLIENT_ID is that of {managed.Identity.Target.Address}, which the compute carries.\n",
        { Workload.Identity: WorkloadIdentity.OfCompute own } => $"# AZURE_CLIENT_ID is that of {own.Compute.Target.Address} itself, not of a managed identity.\n",
        _ => "",
    };
}
