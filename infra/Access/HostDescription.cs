using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Access;

/// <summary>Says in a few words where a workload runs.</summary>
public static class HostDescription
{
    /// <summary>Describes a host: <c>computes.cpu</c>, <c>service account training/trainer on clusters.prod</c>.</summary>
    /// <param name="host">The host.</param>
    public static string Of(WorkloadHost host) => host switch
    {
        ComputeTarget target => target.Compute.Target.Address,
        KubernetesServiceAccount account => $"service account {account.Namespace}/{account.ServiceAccount} on {account.Cluster.Target.Address}",
        GitHubActions github => $"GitHub repository {github.Repository} ({github.Trigger.Claim})",
        GitLabPipeline gitlab => $"GitLab project {gitlab.Project} ({(gitlab.IsTag ? "tag" : "branch")} {gitlab.Ref})",
        AzureDevOpsPipeline pipeline =>
            $"Azure DevOps service connection {pipeline.Organization}/{pipeline.Project}/{pipeline.Connection.Label}",
        TerraformCloudWorkspace terraform => $"HCP Terraform workspace {terraform.Organization}/{terraform.Project}/{terraform.Workspace}",
        PulumiDeployment pulumi => $"Pulumi Deployments of {pulumi.Organization}/{pulumi.Project}/{pulumi.Stack}",
        PulumiEnvironment environment => $"Pulumi environment {environment.Organization}/{environment.Project}/{environment.Environment}",
        RadixWorkload { Component: "" } radix => $"Radix sub-pipeline of {radix.Application} ({radix.Environment})",
        RadixWorkload radix => $"Radix component {radix.Application}/{radix.Component} ({radix.Environment})",
        FederatedHost federated => $"subject {federated.Subject} of {federated.Issuer}",
        _ => throw new ArgumentOutOfRangeException(nameof(host), host, "Unknown host of a workload."),
    };
}
