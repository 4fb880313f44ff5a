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
            if (workload.Identity is WorkloadIdentity.OfCompute && workload.DeepLake is [var organization, ..])
            {
                diagnostics.Report(
                    SupportDiagnostics.NotSupportedYet, organization.Span, "Registering the system-assigned identity of a compute with Deep Lake");
            }
        }
    }

    private static void CheckRegistries(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (Reference<Registry> pull in workload.Pulls.Where(pull => workload.Pushes.Any(push => push.Name == pull.Name)))
            Report(diagnostics, workload, pull.Span, pull.Name, "pulls", pull.Name, "pushes");
    }

    private static void CheckStorage(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (ContainerReference read in workload.Reads)
        {
            if (workload.Writes.FirstOrDefault(write => Includes(write, read)) is { } write)
                Report(diagnostics, workload, read.Span, read.ToString(), "reads", write.ToString(), "writes");
            else if (workload.Reads.FirstOrDefault(other => other != read && Includes(other, read)) is { } other)
                Report(diagnostics, workload, read.Span, read.ToString(), "reads", other.ToString(), "reads");
        }

        foreach (ContainerReference write in workload.Writes)
        {
            if (workload.Writes.FirstOrDefault(other => other != write && Includes(other, write)) is { } other)
                Report(diagnostics, workload, write.Span, write.ToString(), "writes", other.ToString(), "writes");
        }

        foreach (ContainerReference whole in workload.Reads.Concat(workload.Writes).Where(item => item.IsWholeAccount && !item.Account.Containers.IsEmpty))
            diagnostics.ReportFor(PolicyDiagnostics.WholeAccount, whole.Span, workload, workload.Name, whole.Account.Name);
    }

    private static void CheckSecrets(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (SecretReference secret in workload.Secrets.Where(secret => !secret.IsWholeVault))
        {
            if (workload.Secrets.FirstOrDefault(other => other.IsWholeVault && other.Vault == secret.Vault) is { } whole)
                Report(diagnostics, workload, secret.Span, secret.ToString(), "secrets", whole.ToString(), "secrets");
        }
    }

    private static bool Includes(ContainerReference outer, ContainerReference inner) =>
        outer.Account == inner.Account && (outer.IsWholeAccount || outer.Container == inner.Container);

    private static void Report(
        DiagnosticBag diagnostics, Workload workload, SourceSpan span, string narrow, string narrowKey, string wide, string wideKey) =>
        diagnostics.ReportFor(PolicyDiagnostics.Redundant, span, workload, workload.Name, narrow, narrowKey, wide, wideKey);
}
