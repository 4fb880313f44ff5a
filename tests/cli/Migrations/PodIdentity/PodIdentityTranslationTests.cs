using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Cli.Migrations.PodIdentity.Translation;
using Provisioning.Cli.Migrations.PodIdentity.Writing;

namespace Provisioning.Cli.Tests.Migrations.PodIdentity;

/// <summary>What is left to people, and what is chosen where manifests leave a choice.</summary>
public sealed class PodIdentityTranslationTests
{
    private const string Prefix = "/subscriptions/00000000-0000-0000-0000-000000000005/resourceGroups/ml/providers/Microsoft.ManagedIdentity/userAssignedIdentities/";

    private static readonly string Usual = $"{Identity("a")}{Binding("a", "a")}";

    [Fact]
    public void PodsOfTheDefaultAccount_GetAnAccountOfTheirOwn()
    {
        var workload = Assert.Single(Translate(Usual + Pods("Deployment", "score", "a")).Workloads);

        Assert.Equal(("ml", "score", true), (workload.Account.Namespace, workload.Account.Name, workload.Account.IsNew));
    }

    [Fact]
    public void NewAccount_DoesNotTakeTheNameOfAnother()
    {
        var other = Document("v1", "ServiceAccount", "score", "ml", "");

        Assert.Equal("score-identity", Assert.Single(Translate(Usual + other + Pods("Deployment", "score", "a")).Workloads).Account.Name);
    }

    [Fact]
    public void PodsOfOneAccount_AreOneWorkload()
    {
        var plan = Translate(Usual + Pods("Deployment", "one", "a", "  serviceAccountName: shared") + Pods("DaemonSet", "two", "a", "  serviceAccountName: shared"));

        Assert.Equal(2, Assert.Single(plan.Workloads).Owners.Length);
        Assert.True(plan.IsComplete);
    }

    [Fact]
    public void NamespacedIdentity_IsNotForOtherNamespaces()
    {
        var identity = Document(
            "aadpodidentity.k8s.io/v1", "AzureIdentity", "a", "other",
            $"spec:\n  type: 0\n  resourceID: {Prefix}a\n  clientID: {Client(1)}\n", "  annotations: { aadpodidentity.k8s.io/Behavior: namespaced }\n");
        var plan = Translate(identity + Binding("a", "a", @namespace: "other") + Pods("Deployment", "score", "a"));

        Assert.Empty(plan.Workloads);
        Assert.Contains(plan.Findings, finding => finding.Id == "ACC7215");
    }

    [Fact]
    public void ObjectOfTwoFiles_IsTakenOnce() =>
        Assert.Single(Assert.Single(Translate(Usual + Pods("Deployment", "score", "a") + Pods("Deployment", "score", "a")).Workloads).Owners);

    [Fact]
    public void PodOfADeployment_FollowsFromTheDeployment()
    {
        var pod = Document("v1", "Pod", "score-1", "ml", "spec: {}\n", "  labels: { aadpodidbinding: a }\n  ownerReferences: [{ kind: ReplicaSet, name: score }]\n");

        Assert.True(Translate(Usual + Pods("Deployment", "score", "a") + pod).IsComplete);
    }

    [Fact]
    public void LabelWithoutAValue_IsPassedOver() =>
        Assert.Equal("score", Assert.Single(Translate(Usual + Pods("Deployment", "score", "a") + Pods("Deployment", "other", "''")).Workloads).Name);

    [Fact]
    public void ListThatContainsItself_IsReadOnce() =>
        Assert.Empty(Translate("&all\nkind: List\nitems: [*all]\n").Workloads);

    [Fact]
    public void AccountWhoseClientIdIsUnknown_IsCreatedAndNotAnnotated()
    {
        var unknown = Identity("a").Replace(Client(1), "soon", StringComparison.Ordinal) + Binding("a", "a");
        var changes = ClusterChanges.Of(Translate(unknown + Pods("Deployment", "new", "a") + Pods("Deployment", "old", "a", "  serviceAccountName: old")));

        Assert.Equal(["kubectl create serviceaccount new --namespace ml"], changes[0].Commands);
        Assert.Equal(["ServiceAccount", "Deployment", "Deployment"], changes.Select(change => change.Manifest["kind"]?.GetValue<string>()));
    }

    [Theory]
    [InlineData("Job", "")]
    [InlineData("Deployment", "  selector: { matchLabels: { aadpodidbinding: a } }\n")]
    public void WhatCannotBeChangedInPlace_IsShownWithoutACommand(string kind, string spec)
    {
        var change = ClusterChanges.Of(Translate(Usual + Pods(kind, "score", "a", spec: spec)))[1];

        Assert.Empty(change.Commands);
        Assert.Equal(kind, change.Manifest["kind"]?.GetValue<string>());
    }

    [Fact]
    public void HeaviestBinding_IsTaken()
    {
        var plan = Translate(Usual + Identity("b", 2) + Binding("b", "a", "  weight: 5\n") + Pods("Deployment", "score", "a"));

        Assert.Equal($"{Prefix}b", Assert.Single(plan.Workloads).Identity.Existing.ToString());
    }

    [Fact]
    public void TwentyFirstCredential_IsLeftOut()
    {
        var plan = Translate(Usual + string.Concat(Enumerable.Range(1, 21).Select(number => Pods("Deployment", $"score{number}", "a"))));

        Assert.Equal(MigrationPlan.MostCredentials, plan.Workloads.Length);
        Assert.Contains("'score21'", Assert.Single(plan.Findings, finding => finding.Id == "ACC7222").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b", "a-b")]
    [InlineData("9lives", "n-9lives")]
    [InlineData("a--b", "a-b")]
    public void Names_BecomeShortNames(string name, string expected) => Assert.Equal(expected, new ShortNames().Take(name));

    [Fact]
    public void SameName_IsGivenOnce()
    {
        var names = new ShortNames();

        Assert.Equal(["a", "a-2", "a-3"], [names.Take("a"), names.Take("a"), names.Take("a")]);
    }

    public static TheoryData<string, string, string> Cases => new()
    {
        { "ACC7210", "Untranslated", Document("aadpodidentity.k8s.io/v1", "AzureIdentity", "x", "ml", $"spec:\n  type: 2\n  clientID: {Client(1)}\n") },
        { "ACC7211", "Untranslated", Document("aadpodidentity.k8s.io/v1", "AzureIdentity", "x", "ml", "spec:\n  type: 0\n  resourceID: id-x\n") },
        { "ACC7212", "Untranslated", Document("aadpodidentity.k8s.io/v1", "AzureIdentity", "x", "ml", $"spec:\n  type: 0\n  resourceID: {Prefix}x\n  clientID: soon\n") },
        { "ACC7213", "Untranslated", Binding("nobody", "a") },
        { "ACC7214", "Untranslated", Binding("a", "nobodys") },
        { "ACC7215", "Untranslated", Pods("Deployment", "x", "unbound") },
        { "ACC7216", "Untranslated", Identity("b", 2) + Binding("b", "a") },
        { "ACC7217", "Untranslated", Pods("Deployment", "x", "a").Replace("\n  namespace: ml", "", StringComparison.Ordinal) },
        { "ACC7218", "Untranslated", Pods("Job", "x", "a") },
        { "ACC7218", "Untranslated", Document("v1", "Pod", "x", "ml", "spec: {}\n", "  labels: { aadpodidbinding: a }\n") },
        { "ACC7219", "Untranslated", Pods("Deployment", "x", "a", spec: "  selector: { matchLabels: { aadpodidbinding: a } }\n") },
        { "ACC7220", "Untranslated", Identity("b", 2) + Binding("b", "b") + Pods("Deployment", "x", "a", "  serviceAccountName: shared") + Pods("Deployment", "y", "b", "  serviceAccountName: shared") },
        { "ACC7221", "Untranslated", Document("v1", "ServiceAccount", "taken", "ml", "", $"  annotations: {{ azure.workload.identity/client-id: {Client(9)} }}\n") + Pods("Deployment", "x", "a", "  serviceAccountName: taken") },
        { "ACC7223", "Untranslated", Pods("Deployment", "Upper Case", "a") },
        { "ACC7230", "Warning", Document("aadpodidentity.k8s.io/v1", "AzurePodIdentityException", "x", "ml", "spec:\n  podLabels: { app: x }\n") },
        { "ACC7231", "Warning", Document("aadpodidentity.k8s.io/v1", "AzureIdentityBinding", "x", "ml", "spec:\n  AzureIdentity: a\n  Selector: a\n") },
        { "ACC7232", "Warning", Pods("Deployment", "x", "a", "  hostNetwork: true") },
        { "ACC7233", "Warning", Pods("Deployment", "x", "a", "  nodeSelector: { kubernetes.io/os: windows }") },
        { "ACC7234", "Warning", Pods("Deployment", "x", "a", "  initContainers: [{ name: first, image: i }]") },
        { "ACC7240", "Note", Document("aadpodidentity.k8s.io/v1", "AzureAssignedIdentity", "x", "ml", "spec: {}\n") },
        { "ACC7241", "Note", "" },
        { "ACC7242", "Note", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatIsLeftToPeople_IsTold_AndNothingElseIs(string id, string kind, string addition)
    {
        var whole = Usual + Pods("Deployment", "score", "a");
        var usual = Translate(whole).Findings.Select(finding => finding.Id);
        var plan = Translate(whole + addition);

        var finding = plan.Findings.First(finding => finding.Id == id);
        Assert.Equal(kind, finding.Kind.ToString());
        Assert.Empty(plan.Findings.Select(finding => finding.Id).Except([.. usual, id]));
        Assert.Equal(kind != "Untranslated", plan.IsComplete);
        Assert.Contains(plan.Workloads, workload => workload.Name == "score");
    }

    [Fact]
    public void Namespace_OfManifestsWithoutOne_CanBeGiven()
    {
        var text = (Usual + Pods("Deployment", "score", "a")).Replace("\n  namespace: ml", "", StringComparison.Ordinal);

        Assert.Equal("ml", Assert.Single(Translate(text, "ml").Workloads).Account.Namespace);
    }

    private static MigrationPlan Translate(string text, string? defaultNamespace = null) =>
        PodIdentityTranslation.Translate(ClusterManifests.Of(ManifestReader.Read(new ManifestFile("manifests.yaml", text), defaultNamespace)));

    private static string Client(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private static string Identity(string name, int client = 1) => Document(
        "aadpodidentity.k8s.io/v1", "AzureIdentity", name, "ml", $"spec:\n  type: 0\n  resourceID: {Prefix}{name}\n  clientID: {Client(client)}\n");

    private static string Binding(string identity, string selector, string more = "", string @namespace = "ml") => Document(
        "aadpodidentity.k8s.io/v1", "AzureIdentityBinding", $"{identity}-to-{selector}", @namespace, $"spec:\n  azureIdentity: {identity}\n  selector: {selector}\n{more}");

    private static string Pods(string kind, string name, string label, string podSpec = "  containers: []", string spec = "") => Document(
        "apps/v1", kind, name, "ml", $"spec:\n{spec}  template:\n    metadata:\n      labels: {{ aadpodidbinding: {label} }}\n    spec:\n    {podSpec}\n");

    private static string Document(string apiVersion, string kind, string name, string @namespace, string rest, string metadata = "") =>
        $"---\napiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: {name}\n  namespace: {@namespace}\n{metadata}{rest}";
}
