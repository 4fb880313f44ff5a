using Provisioning.Verification.Findings;

namespace Provisioning.Cli.Tests.Verification;

/// <summary>A report with every outcome.</summary>
internal static class SampleReport
{
    /// <summary>The report.</summary>
    public static VerificationReport WithEveryOutcome { get; } = new(
        [
            new ActorFindings(
                "workloads.train",
                "identities.trainer",
                "service account training/trainer on clusters.aks",
                [
                    Found("signs in", Outcome.Held, "this process's token of https://oidc.example/", 41),
                    new Finding(
                        "reads storage.data/datasets", Verdict.Held("the first blob can be read"), TimeSpan.FromMilliseconds(12), TimeSpan.FromSeconds(65)),
                    new Finding(
                        "pulls from registries.private",
                        new Verdict(
                            Outcome.NotYetEffective,
                            "403 DENIED; AcrPull was assigned 2 min 10 s ago",
                            "Wait: Azure takes up to ten minutes. 'provision verify --wait 10m' does that."),
                        TimeSpan.FromMilliseconds(9.26),
                        TimeSpan.FromMinutes(2)),
                    Found(
                        "reads the secret vaults.main/key",
                        Outcome.NotGranted,
                        "403 Forbidden; Key Vault Secrets User on vaults.main/key is not assigned",
                        30,
                        "Run 'up --refresh': the assignment was removed behind the stack's back, or never made."),
                    Found(
                        "is not allowed to write storage.data/datasets",
                        Outcome.TooMuch,
                        "it is allowed: a blob was written and deleted",
                        25,
                        "Find the role that allows it (in the portal: Access control, Check access), and remove it or write it into the document."),
                    Found("is not allowed to push to registries.private", Outcome.Held, "401 UNAUTHORIZED", 8),
                    Found("calls deeplake.research", Outcome.Unavailable, "connection lost", 2000, "Check the network and Deep Lake's address, and try again."),
                ]),
            new ActorFindings(
                "workloads.nightly",
                "identities.builder",
                "GitHub repository contoso/models (environment:prod)",
                [
                    Found(
                        "signs in",
                        Outcome.Wrong,
                        "AADSTS700213; the credential 'github' trusts the subject repo:Contoso/models, which differs in case from repo:contoso/models",
                        51,
                        "Run 'up --refresh' to write it as the document says."),
                ]),
            new ActorFindings(
                "computes.cpu",
                "computes.cpu",
                "computes.cpu",
                [
                    Found(
                        "signs in",
                        Outcome.Unchecked,
                        "This process does not run on computes.cpu",
                        0,
                        "Run 'provision verify --workload computes.cpu' on computes.cpu."),
                ]),
        ],
        TimeSpan.FromSeconds(125.4));

    /// <summary>A report with some outcomes.</summary>
    public static VerificationReport With(params IEnumerable<Outcome> outcomes) =>
        new([new ActorFindings("workloads.train", "identities.trainer", "computes.cpu", [.. outcomes.Select(outcome => Found("signs in", outcome, "", 1))])], TimeSpan.FromSeconds(1));

    private static Finding Found(string check, Outcome outcome, string detail, int milliseconds, string remedy = "") =>
        new(check, new Verdict(outcome, detail, remedy), TimeSpan.FromMilliseconds(milliseconds), TimeSpan.Zero);
}
