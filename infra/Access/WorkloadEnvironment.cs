using System.Collections.Immutable;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Access;

/// <summary>
/// The environment variables that a workload must be given, so that Azure's and Deep Lake's client libraries find its identity
/// without any secret.
/// </summary>
/// <param name="Variables">Variables to set.</param>
/// <param name="Injected">
/// Variables that the platform sets by itself. Setting them would do harm: the path of the token file, for one, depends on the
/// version of the platform.
/// </param>
public sealed record WorkloadEnvironment(
    ImmutableSortedDictionary<string, EnvironmentValue> Variables, ImmutableArray<string> Injected)
{
    private const string TokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    /// <summary>Derives the environment of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="cloud">The cloud it signs in to.</param>
    public static WorkloadEnvironment Of(Workload workload, Cloud cloud) => new(
        OfHost(workload, cloud).Concat(OfDeepLake(workload)).ToImmutableSortedDictionary(
            variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
        workload.RunsOn is KubernetesServiceAccount or RadixWorkload ? [TokenFile] : []);

    private static IEnumerable<(string Name, EnvironmentValue Value)> OfHost(Workload workload, Cloud cloud) => workload.RunsOn switch
    {
        // A single variable that starts with AZURE_ makes Deep Lake's older clients use the managed identity of this client id;
        // a second one would make them try other credentials first. A compute without a client id has one identity only.
        ComputeTarget { Compute.Target: KubernetesCompute or AksCompute } => [],
        ComputeTarget => workload.Identity is WorkloadIdentity.OfCompute && workload.DeepLake.IsEmpty
            ? []
            : [("AZURE_CLIENT_ID", new EnvironmentValue.ClientId())],
        TerraformCloudWorkspace =>
        [
            ("TFC_AZURE_PROVIDER_AUTH", Literal("true")),
            ("TFC_AZURE_RUN_CLIENT_ID", new EnvironmentValue.ClientId()),
            ("TFC_AZURE_WORKLOAD_IDENTITY_AUDIENCE", Literal(cloud.TokenExchangeAudience())),
            ("ARM_SUBSCRIPTION_ID", new EnvironmentValue.SubscriptionId()),
            ("ARM_TENANT_ID", new EnvironmentValue.TenantId()),
        ],
        PulumiDeployment or PulumiEnvironment =>
        [
            ("ARM_USE_OIDC", Literal("true")),
            ("ARM_CLIENT_ID", new EnvironmentValue.ClientId()),
            ("ARM_SUBSCRIPTION_ID", new EnvironmentValue.SubscriptionId()),
            ("ARM_TENANT_ID", new EnvironmentValue.TenantId()),
        ],
        GitHubActions or GitLabPipeline or AzureDevOpsPipeline =>
            [.. SignIn(cloud), ("AZURE_SUBSCRIPTION_ID", new EnvironmentValue.SubscriptionId())],
        KubernetesServiceAccount or RadixWorkload or FederatedHost => SignIn(cloud),
        var other => throw new ArgumentOutOfRangeException(nameof(workload), other, "Unknown host of a workload."),
    };

    private static IEnumerable<(string Name, EnvironmentValue Value)> SignIn(Cloud cloud)
    {
        yield return ("AZURE_CLIENT_ID", new EnvironmentValue.ClientId());
        yield return ("AZURE_TENANT_ID", new EnvironmentValue.TenantId());
        if (AuthorityHost(cloud) is { } host)
        {
            yield return ("AZURE_AUTHORITY_HOST", Literal(host));
        }
    }

    private static IEnumerable<(string Name, EnvironmentValue Value)> OfDeepLake(Workload workload)
    {
        if (workload.DeepLake.IsEmpty)
        {
            yield break;
        }

        yield return ("ACTIVELOOP_AUTH_PROVIDER", Literal("azure"));

        // A workload of several organizations names one with each request.
        if (workload.DeepLake is [var organization])
        {
            yield return ("ACTIVELOOP_ORG_ID", Literal(organization.Target.OrganizationId));
            if (organization.Target.Endpoint is { } endpoint)
            {
                yield return ("DEEPLAKE_API_URL", Literal(endpoint.ToString().TrimEnd('/')));
            }
        }
    }

    // The sandbox listens on a port of its own choice, which it tells the workloads that it starts.
    private static string? AuthorityHost(Cloud cloud) => cloud switch
    {
        Cloud.Public => "https://login.microsoftonline.com/",
        Cloud.UsGovernment => "https://login.microsoftonline.us/",
        Cloud.China => "https://login.chinacloudapi.cn/",
        Cloud.Sandbox => null,
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Unknown cloud."),
    };

    private static EnvironmentValue.Literal Literal(string text) => new(text);
}
