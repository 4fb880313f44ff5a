using System.Text.RegularExpressions;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>The page about federated credentials shows those that follow from its document.</summary>
public sealed partial class FederationPageTests
{
    private static readonly string[] Path = ["docs", "scenarios", "federation.md"];

    [Fact]
    public void Credentials_AreThoseOfTheDocument()
    {
        var rows = CredentialPlan.Of(Stacks.Load("scenarios/federation")).Select(Row);
        var table = $"<!-- credentials -->\n| workload | issuer | subject | audience |\n|---|---|---|---|\n{string.Concat(rows)}<!-- end -->";
        var page = File.ReadAllText(Repository.PathOf(Path));

        Assert.Matches(Table(), page);
        Repository.AssertGolden(Table().Replace(page, _ => table), Path);
    }

    // The reason names the workload first: `workloads.aks signs in as identities.kubernetes`.
    private static string Row(CredentialPlan credential) =>
        $"| {credential.Reason.Text.Split(' ')[0].Split('.')[^1]} | {Issuer(credential.Issuer)} | `{credential.Subject}` | `{credential.Audience}` |\n";

    private static string Issuer(TrustIssuer issuer) => issuer switch
    {
        TrustIssuer.Known known => $"`{known.Issuer}`",
        TrustIssuer.OfCluster cluster => $"what the cluster `{cluster.Cluster.Target.Name}` reports",
        _ => throw new ArgumentOutOfRangeException(nameof(issuer), issuer, "Unknown issuer."),
    };

    [GeneratedRegex("<!-- credentials -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
