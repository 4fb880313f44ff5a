using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>Needs of workloads that are wider than needed, doubled, or not to be met yet.</summary>
internal static class WorkloadRules
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        foreach (Workload workload in document.Workloads)
        {
            CheckRegistries(workload, diagnostics);
            CheckStorage(workload, diagnostics);
            CheckSecrets(workload, diagnostics);
        }
    }

    private static void CheckRegistries(Workload workload, DiagnosticBag diagnostics)
    {
        var pushed = workload.Pushes.Select(push => push.Name).ToHashSet(StringComparer.Ordinal);
        foreach (Reference<Registry> pull in workload.Pulls.Where(pull => pushed.Contains(pull.Name)))
            Report(diagnostics, workload, pull.Span, pull.Name, "pulls", pull.Name, "pushes");
    }

    private static void CheckStorage(Workload workload, DiagnosticBag diagnostics)
    {
        var read = workload.Reads.Select(Key).ToHashSet();
        var written = workload.Writes.Select(Key).ToHashSet();
        foreach (ContainerReference need in workload.Reads)
        {
            if (written.Contains(Whole(need)))
                Report(diagnostics, workload, need.Span, need.ToString(), "reads", need.Account.Name, "writes");
            else if (written.Contains(Key(need)))
                Report(diagnostics, workload, need.Span, need.ToString(), "reads", need.ToString(), "writes");
            else if (!need.IsWholeAccount && read.Contains(Whole(need)))
                Report(diagnostics, workload, need.Span, need.ToString(), "reads", need.Account.Name, "reads");
        }

        foreach (ContainerReference need in workload.Writes.Where(need => !need.IsWholeAccount && written.Contains(Whole(need))))
            Report(diagnostics, workload, need.Span, need.ToString(), "writes", need.Account.Name, "writes");
        foreach (ContainerReference need in workload.Reads.Concat(workload.Writes))
        {
            if (need.IsWholeAccount && !need.Account.Containers.IsEmpty)
                diagnostics.ReportFor(PolicyDiagnostics.WholeAccount, need.Span, workload, workload.Name, need.Account.Name);
        }
    }

    private static void CheckSecrets(Workload workload, DiagnosticBag diagnostics)
    {
        var whole = workload.Secrets.Where(secret => secret.IsWholeVault).Select(secret => secret.Vault.Name).ToHashSet(StringComparer.Ordinal);
        foreach (SecretReference secret in workload.Secrets.Where(secret => !secret.IsWholeVault && whole.Contains(secret.Vault.Name)))
            Report(diagnostics, workload, secret.Span, secret.ToString(), "secrets", secret.Vault.Name, "secrets");
    }

    private static (string Account, string Container) Key(ContainerReference need) => (need.Account.Name, need.Container);

    private static (string Account, string Container) Whole(ContainerReference need) => (need.Account.Name, "");

    private static void Report(
        DiagnosticBag diagnostics, Workload workload, SourceSpan span, string narrow, string narrowKey, string wide, string wideKey) =>
        diagnostics.ReportFor(PolicyDiagnostics.Redundant, span, workload, workload.Name, narrow, narrowKey, wide, wideKey);
}
