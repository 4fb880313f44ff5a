using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Environments;
using Provisioning.Infra.Model;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Tests.Environments;

public sealed class EnvironmentTextTests
{
    private const string Client = "00000000-0000-0000-0000-00000000000c";
    private const string Tenant = "00000000-0000-0000-0000-00000000000e";

    private static readonly StackDocument Document = Load(
        """
        resourceGroup: ml
        location: westeurope
        identities:
          trainer: {}
        storage:
          data: { name: stshop }
        vaults:
          main: { name: kv-shop }
        insights:
          main: {}
        workspaces:
          main: { storage: data, vault: main, insights: main }
        computes:
          cpu: { workspace: main, kind: cluster, size: Standard_DS3_v2, scale: { max: 2 }, identity: [trainer] }
          own: { workspace: main, kind: instance, size: Standard_DS3_v2, identity: system }
        clusters:
          prod:
            existing: /subscriptions/00000000-0000-0000-0000-000000000005/resourceGroups/k8s/providers/Microsoft.ContainerService/managedClusters/prod
        workloads:
          train: { runsOn: { compute: cpu }, identity: trainer }
          explore: { runsOn: { compute: own }, identity: system }
          score: { runsOn: { kubernetes: { cluster: prod, namespace: ml, serviceAccount: scorer } }, identity: trainer }
          web: { runsOn: { radix: { issuers: [https://radix.example/one/], application: shop, environment: prod, component: web } }, identity: trainer }
          build: { runsOn: { radix: { issuers: [https://radix.example/one/], application: shop, environment: prod, subPipeline: true } }, identity: trainer }
          release: { runsOn: { github: { repository: contoso/shop, branch: main } }, identity: trainer }
        """);

    [Fact]
    public void Kubernetes_GetsServiceAccountAndConfigMap_AndIsToldWhatPodsMustHave() => Assert.Equal(
        $"""
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: scorer
          namespace: ml
          annotations:
            azure.workload.identity/client-id: {Client}
            azure.workload.identity/tenant-id: {Tenant}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: scorer-environment
          namespace: ml
        data:
          ACTIVELOOP_AUTH_PROVIDER: azure
        # The pods of the workload must have:
        #   metadata:
        #     labels:
        #       azure.workload.identity/use: "true"
        #   spec:
        #     serviceAccountName: scorer
        #     containers:
        #       - envFrom:
        #           - configMapRef:
        #               name: scorer-environment
        # Azure's webhook then mounts a token and sets AZURE_CLIENT_ID, AZURE_FEDERATED_TOKEN_FILE, AZURE_TENANT_ID.

        """,
        Write("score", null, ("ACTIVELOOP_AUTH_PROVIDER", "azure"), ("AZURE_CLIENT_ID", Client), ("AZURE_TENANT_ID", Tenant)));

    [Fact]
    public void Kubernetes_WithoutOtherVariables_GetsNoConfigMap()
    {
        var text = Write("score", null, ("AZURE_CLIENT_ID", Client));

        Assert.DoesNotContain("ConfigMap", text, StringComparison.Ordinal);
        Assert.DoesNotContain("envFrom", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AzureMl_GetsTheLinesOfAJob() => Assert.Equal(
        $"""
        compute: azureml:cpu
        environment_variables:
          AZURE_CLIENT_ID: {Client}
        # AZURE_CLIENT_ID is that of identities.trainer, which the compute carries.

        """,
        Write("train", null, ("AZURE_CLIENT_ID", Client)));

    [Fact]
    public void AzureMl_SaysThatAComputeActsAsItself() => Assert.EndsWith(
        "# AZURE_CLIENT_ID is that of computes.own itself, not of a managed identity.\n",
        Write("explore", null, ("AZURE_CLIENT_ID", Client)),
        StringComparison.Ordinal);

    [Fact]
    public void RadixComponent_GetsItsIdentityAndVariables() => Assert.Equal(
        $"""
        name: web
        identity:
          azure:
            clientId: {Client}
        variables:
          ACTIVELOOP_AUTH_PROVIDER: azure
        # Radix sets, besides the variables above:
        #   AZURE_AUTHORITY_HOST=https://login.microsoftonline.com/
        #   AZURE_CLIENT_ID={Client}
        #   AZURE_FEDERATED_TOKEN_FILE
        #   AZURE_TENANT_ID={Tenant}
        # The Azure command line signs in with:
        #   az login --service-principal -u "$AZURE_CLIENT_ID" --tenant "$AZURE_TENANT_ID" --federated-token "$(cat $AZURE_FEDERATED_TOKEN_FILE)" --allow-no-subscriptions

        """,
        Write(
            "web", null, ("ACTIVELOOP_AUTH_PROVIDER", "azure"), ("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.com/"), ("AZURE_CLIENT_ID", Client), ("AZURE_TENANT_ID", Tenant)));

    [Fact]
    public void RadixSubPipeline_GetsItsSectionOfTheBuild() => Assert.StartsWith(
        $"""
        build:
          subPipeline:
            identity:
              azure:
                clientId: {Client}
        # Radix sets
        """,
        Write("build", null, ("AZURE_CLIENT_ID", Client)),
        StringComparison.Ordinal);

    [Fact]
    public void Pipelines_GetLines_QuotedWhereAShellWouldReadMore() => Assert.Equal(
        """
        A=plain/text:1
        B="two \"words\" and \$HOME"
        # AZURE_FEDERATED_TOKEN_FILE is set by the platform.
        # The Azure command line signs in with:
        #   az login --service-principal -u "$AZURE_CLIENT_ID" --tenant "$AZURE_TENANT_ID" --federated-token "$(cat $AZURE_FEDERATED_TOKEN_FILE)" --allow-no-subscriptions

        """,
        Write("release", null, ("A", "plain/text:1"), ("B", "two \"words\" and $HOME")));

    [Fact]
    public void AnyWorkload_CanBeReadByScripts() => Assert.Equal(
        """
        {
            "workload": "release",
            "runsOn": "GitHub repository contoso/shop (ref:refs/heads/main)",
            "variables": {
                "A": "1"
            },
            "injected": [
                "AZURE_FEDERATED_TOKEN_FILE"
            ]
        }

        """,
        Write("release", EnvironmentFormat.Json, ("A", "1")));

    [Fact]
    public void TheFormOfAnotherPlatform_IsRefused()
    {
        var error = Assert.Throws<CommandException>(() => Write("train", EnvironmentFormat.Radix, ("A", "1"))).Error;

        Assert.Equal("ACC7014", error.Id);
        Assert.Contains("'aml'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownWorkload_IsRefused_WithThoseThatExist()
    {
        var error = Assert.Throws<CommandException>(() => EnvironmentSubject.Find(Document, "trian")).Error;

        Assert.Equal("ACC7012", error.Id);
        Assert.Contains("train, explore, score", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadThatIsNotDeployed_IsRefused() => Assert.Equal(
        "ACC7013", Assert.Throws<CommandException>(() => Write("train", PropertyMap.Empty, null)).Error.Id);

    private static string Write(string workload, EnvironmentFormat? format, params (string Name, string Value)[] variables)
    {
        var environment = PropertyMap.Create(variables.Select(variable => KeyValuePair.Create<string, PropertyValue>(variable.Name, variable.Value)));
        var deployed = PropertyMap.Create(
        [
            KeyValuePair.Create<string, PropertyValue>("environment", new PropertyValue.ObjectValue(environment)),
            KeyValuePair.Create<string, PropertyValue>("injected", new PropertyValue.ArrayValue(["AZURE_FEDERATED_TOKEN_FILE"])),
        ]);
        var outputs = PropertyMap.Create(
        [
            KeyValuePair.Create<string, PropertyValue>("workloads", new PropertyValue.ObjectValue(
                PropertyMap.Create([KeyValuePair.Create<string, PropertyValue>(workload, new PropertyValue.ObjectValue(deployed))]))),
        ]);
        return Write(workload, outputs, format);
    }

    private static string Write(string name, PropertyMap outputs, EnvironmentFormat? format) =>
        EnvironmentText.Write(EnvironmentSubject.Find(Document, name), outputs, format);

    private static StackDocument Load(string text)
    {
        var result = new StackDocumentLoader(TimeProvider.System).Load("shop.yaml", text);
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
