using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Environments;
using Provisioning.Infra.Model;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Tests.Environments;

public sealed class PodIdentityTests
{
    private const string Client = "00000000-0000-0000-0000-00000000000c";
    private const string Resource = "/subscriptions/00000000-0000-0000-0000-000000000005/resourceGroups/ml/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-scorer";

    private static readonly StackDocument Document = Load(
        """
        resourceGroup: ml
        location: westeurope
        identities:
          scorer: { name: id-scorer }
        clusters:
          prod:
            existing: /subscriptions/00000000-0000-0000-0000-000000000005/resourceGroups/k8s/providers/Microsoft.ContainerService/managedClusters/prod
        podIdentities:
          score: { cluster: prod, identity: scorer, namespace: azureml-mlw, selector: scoring }
          both: { cluster: prod, identity: scorer, namespace: azureml-mlw, selector: "true" }
        workloads:
          both: { runsOn: { kubernetes: { cluster: prod, namespace: ml, serviceAccount: scorer } }, identity: scorer }
        """);

    private static readonly PropertyMap Outputs = Map(("identities", Map(("scorer", Map(("resourceId", Resource), ("clientId", Client))))));

    [Theory]
    [InlineData("score", null)]
    [InlineData("podIdentities.score", EnvironmentFormat.Kubernetes)]
    public void PodIdentity_GetsItsManifests_AndIsToldTheLabelOfItsPods(string name, object? format) => Assert.Equal(
        $"""
        apiVersion: aadpodidentity.k8s.io/v1
        kind: AzureIdentity
        metadata:
          name: score
          namespace: azureml-mlw
          annotations:
            aadpodidentity.k8s.io/Behavior: namespaced
        spec:
          type: 0
          resourceID: {Resource}
          clientID: {Client}
        ---
        apiVersion: aadpodidentity.k8s.io/v1
        kind: AzureIdentityBinding
        metadata:
          name: score-binding
          namespace: azureml-mlw
        spec:
          azureIdentity: score
          selector: scoring
        # The deployment whose pods get the identity must have:
        #   spec:
        #     template:
        #       metadata:
        #         labels:
        #           aadpodidbinding: scoring
        # Azure ML's deployments and their namespaces:
        #   kubectl get deployment --selector=isazuremlapp=true --all-namespaces --show-labels

        """,
        Write(name, Outputs, (EnvironmentFormat?)format));

    [Fact]
    public void PodIdentity_CanBeReadByScripts() => Assert.Equal(
        $$"""
        {
            "podIdentity": "score",
            "cluster": "prod",
            "azureIdentity": {
                "apiVersion": "aadpodidentity.k8s.io/v1",
                "kind": "AzureIdentity",
                "metadata": {
                    "name": "score",
                    "namespace": "azureml-mlw",
                    "annotations": {
                        "aadpodidentity.k8s.io/Behavior": "namespaced"
                    }
                },
                "spec": {
                    "type": 0,
                    "resourceID": "{{Resource}}",
                    "clientID": "{{Client}}"
                }
            },
            "azureIdentityBinding": {
                "apiVersion": "aadpodidentity.k8s.io/v1",
                "kind": "AzureIdentityBinding",
                "metadata": {
                    "name": "score-binding",
                    "namespace": "azureml-mlw"
                },
                "spec": {
                    "azureIdentity": "score",
                    "selector": "scoring"
                }
            },
            "deployment": {
                "spec": {
                    "template": {
                        "metadata": {
                            "labels": {
                                "aadpodidbinding": "scoring"
                            }
                        }
                    }
                }
            }
        }

        """,
        Write("score", Outputs, EnvironmentFormat.Json));

    [Fact]
    public void SelectorThatReadsAsABoolean_IsQuoted() =>
        Assert.Contains("selector: \"true\"", Write("podIdentities.both", Outputs, null), StringComparison.Ordinal);

    [Theory]
    [InlineData(EnvironmentFormat.Dotenv)]
    [InlineData(EnvironmentFormat.Aml)]
    [InlineData(EnvironmentFormat.Radix)]
    public void FormWithVariables_IsRefused_WithThoseThatExist(object format)
    {
        var error = Assert.Throws<CommandException>(() => Write("score", Outputs, (EnvironmentFormat)format)).Error;

        Assert.Equal("ACC7014", error.Id);
        Assert.Contains("'kubernetes' and 'json'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PodIdentity_WhoseIdentityIsNotDeployed_IsRefused() => Assert.Equal(
        "ACC7013", Assert.Throws<CommandException>(() => Write("score", PropertyMap.Empty, null)).Error.Id);

    [Fact]
    public void NameOfAWorkloadAndAPodIdentity_IsRefused_WithTheAddresses()
    {
        var error = Assert.Throws<CommandException>(() => EnvironmentSubject.Find(Document, "both")).Error;

        Assert.Equal("ACC7015", error.Id);
        Assert.Contains("'workloads.both' or 'podIdentities.both'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workloads.both")]
    [InlineData("podIdentities.both")]
    public void Address_FindsItsEntry(string address) => Assert.Equal(address, EnvironmentSubject.Find(Document, address).Address);

    private static string Write(string name, PropertyMap outputs, EnvironmentFormat? format) =>
        EnvironmentText.Write(EnvironmentSubject.Find(Document, name), outputs, format);

    private static PropertyMap Map(params (string Name, PropertyValue Value)[] members) =>
        PropertyMap.Create(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static PropertyValue.ObjectValue Map(params (string Name, PropertyMap Value)[] members) => new(
        PropertyMap.Create(members.Select(member => KeyValuePair.Create<string, PropertyValue>(member.Name, new PropertyValue.ObjectValue(member.Value)))));

    private static StackDocument Load(string text)
    {
        var result = new StackDocumentLoader(TimeProvider.System).Load("shop.yaml", text);
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
