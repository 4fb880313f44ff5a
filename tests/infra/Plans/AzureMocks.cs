using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>Answers as Azure would, with ids that tell whose they are: <c>{trainer.principalId}</c>.</summary>
internal sealed class AzureMocks
{
    public const string Subscription = "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    public const string Tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

    private readonly string subscription;

    public AzureMocks(string subscription = Subscription)
    {
        this.subscription = subscription;
        Mock.Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) => Create(args));
        Mock.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>())).ReturnsAsync((MockCallArgs args) => Call(args));
    }

    public Mock<IMocks> Mock { get; } = new();

    /// <summary>Requests by type and name.</summary>
    public ConcurrentDictionary<(string Type, string Name), MockResourceArgs> Requests { get; } = new();

    /// <summary>Tokens of the functions that were called.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    private (string? Id, object State) Create(MockResourceArgs args)
    {
        var (type, name) = (args.Type ?? "", args.Name ?? "");
        Requests[(type, name)] = args;
        return (args.Id is { Length: > 0 } read ? read : IdOf(type, name, args.Inputs), args.Inputs.SetItems(Answer(type, name, args)));
    }

    private Dictionary<string, object> Answer(string type, string name, MockResourceArgs args) => type switch
    {
        "azure-native:managedidentity:UserAssignedIdentity" => new()
        {
            ["principalId"] = $"{{{name}.principalId}}",
            ["clientId"] = $"{{{name}.clientId}}",
            ["tenantId"] = Tenant,
        },
        "azure-native:machinelearningservices:Workspace" or "azure-native:machinelearningservices:Compute" => new()
        {
            ["name"] = args.Inputs.GetValueOrDefault("workspaceName") ?? LastPart(args.Id) ?? "",
            ["identity"] = ImmutableDictionary<string, object>.Empty
                .Add("principalId", $"{{{name}.principalId}}").Add("tenantId", Tenant).Add("type", "SystemAssigned"),
        },
        "azure-native:containerregistry:Registry" => new() { ["loginServer"] = $"{LastPart(args.Id) ?? args.Inputs["registryName"]}.azurecr.io" },
        "azure-native:storage:StorageAccount" => new()
        {
            ["name"] = args.Inputs.GetValueOrDefault("accountName") ?? LastPart(args.Id) ?? "",
            ["primaryEndpoints"] = ImmutableDictionary<string, object>.Empty
                .Add("blob", $"https://{args.Inputs.GetValueOrDefault("accountName") ?? LastPart(args.Id)}.blob.core.windows.net/"),
        },
        "azure-native:keyvault:Vault" => new()
        {
            ["properties"] = ImmutableDictionary<string, object>.Empty
                .Add("vaultUri", $"https://{args.Inputs.GetValueOrDefault("vaultName") ?? LastPart(args.Id)}.vault.azure.net/"),
        },
        "azuread:index/application:Application" => new() { ["clientId"] = $"{{{name}.clientId}}", ["objectId"] = $"{{{name}.objectId}}" },
        "azuread:index/servicePrincipal:ServicePrincipal" => new() { ["objectId"] = $"{{{name}.principalId}}" },
        _ => [],
    };

    private string IdOf(string type, string name, ImmutableDictionary<string, object> inputs)
    {
        var group = $"/subscriptions/{subscription}/resourceGroups/{inputs.GetValueOrDefault("resourceGroupName")}";
        return type switch
        {
            "azure-native:resources:ResourceGroup" => group,
            "azure-native:managedidentity:UserAssignedIdentity" =>
                $"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{inputs["resourceName"]}",
            "azure-native:containerregistry:Registry" => $"{group}/providers/Microsoft.ContainerRegistry/registries/{inputs["registryName"]}",
            "azure-native:storage:StorageAccount" => $"{group}/providers/Microsoft.Storage/storageAccounts/{inputs["accountName"]}",
            "azure-native:storage:BlobContainer" =>
                $"{group}/providers/Microsoft.Storage/storageAccounts/{inputs["accountName"]}/blobServices/default/containers/{inputs["containerName"]}",
            "azure-native:keyvault:Vault" => $"{group}/providers/Microsoft.KeyVault/vaults/{inputs["vaultName"]}",
            "azure-native:applicationinsights:Component" => $"{group}/providers/Microsoft.Insights/components/{inputs["resourceName"]}",
            "azure-native:operationalinsights:Workspace" =>
                $"{group}/providers/Microsoft.OperationalInsights/workspaces/{inputs["workspaceName"]}",
            "azure-native:machinelearningservices:Workspace" =>
                $"{group}/providers/Microsoft.MachineLearningServices/workspaces/{inputs["workspaceName"]}",
            "azure-native:machinelearningservices:Compute" =>
                $"{group}/providers/Microsoft.MachineLearningServices/workspaces/{inputs["workspaceName"]}/computes/{inputs["computeName"]}",
            "azuread:index/application:Application" => $"/applications/{{{name}.objectId}}",
            _ => $"{{{name}.id}}",
        };
    }

    private object Call(MockCallArgs args)
    {
        Calls.Enqueue(args.Token ?? "");
        return args.Token switch
        {
            "azure-native:authorization:getClientConfig" => Structure(
                ("clientId", "{deployer.clientId}"), ("objectId", "{deployer.principalId}"), ("subscriptionId", subscription), ("tenantId", Tenant)),
            "azure-native:containerservice:getManagedCluster" => Structure(
                ("id", "{cluster.id}"),
                ("name", args.Args["resourceName"]),
                ("nodeResourceGroup", $"MC_{args.Args["resourceName"]}"),
                ("oidcIssuerProfile", Structure(("enabled", true), ("issuerURL", $"https://issuer.example.com/{args.Args["resourceName"]}/"))),
                ("identityProfile", Structure(("kubeletidentity", Structure(("objectId", $"{{{args.Args["resourceName"]}.kubelet}}")))))),
            "azure-native:kubernetes:getConnectedCluster" => Structure(
                ("oidcIssuerProfile", Structure(("enabled", true), ("issuerUrl", $"https://issuer.example.com/{args.Args["clusterName"]}/")))),
            "azuread:index/getServicePrincipal:getServicePrincipal" => Structure(("clientId", $"{{client of {args.Args["objectId"]}}}")),
            _ => throw new InvalidOperationException($"The program called {args.Token}, which these mocks do not know."),
        };
    }

    private static ImmutableDictionary<string, object> Structure(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    private static string? LastPart(string? id) => id is { Length: > 0 } ? id[(id.LastIndexOf('/') + 1)..] : null;
}
