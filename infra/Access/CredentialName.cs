using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Access;

/// <summary>Names the federated credentials that follow from workloads.</summary>
internal static class CredentialName
{
    /// <summary>
    /// Workload, platform and purpose: <c>train-kubernetes</c>, <c>deploy-terraform-plan</c>. Long enough for Azure's minimum of
    /// three characters whatever the workload is called.
    /// </summary>
    public static string Of(Workload workload, FederatedTrust trust)
    {
        var name = $"{workload.Name}-{Platform(workload.RunsOn)}";
        return trust.Purpose.Length == 0 ? name : $"{name}-{trust.Purpose}";
    }

    private static string Platform(WorkloadHost host) => host switch
    {
        KubernetesServiceAccount => "kubernetes",
        GitHubActions => "github",
        GitLabPipeline => "gitlab",
        AzureDevOpsPipeline => "azure-devops",
        TerraformCloudWorkspace => "terraform",
        PulumiDeployment => "pulumi",
        PulumiEnvironment => "pulumi-esc",
        RadixWorkload => "radix",
        FederatedHost => "federation",
        _ => throw new ArgumentOutOfRangeException(nameof(host), host, "This host has no federated credentials."),
    };
}
