using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Model.Rules;

/// <summary>What Entra asks of federated credentials, checked before any of them is written.</summary>
internal static class FederationRules
{
    private const int MostCredentials = 20;

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        HeldTrust[] trusts = [.. HeldTrust.Of(document)];
        foreach (IGrouping<Entry, HeldTrust> holder in trusts.GroupBy<HeldTrust, Entry>(trust => trust.Holder, ReferenceEqualityComparer.Instance))
            CheckHolder(holder.Key, [.. holder], diagnostics);
        foreach (HeldTrust trust in trusts)
            SubjectRules.Check(trust, document.Cloud, diagnostics);
        CheckCasing(trusts, diagnostics);
        foreach (Workload workload in document.Workloads)
        {
            if (workload.RunsOn is GitHubActions { Ids: null } github)
                diagnostics.ReportFor(FederationDiagnostics.GitHubIds, github.Span, workload, workload.Name);
        }
    }

    private static void CheckHolder(Entry holder, HeldTrust[] trusts, DiagnosticBag diagnostics)
    {
        if (trusts.Length > MostCredentials)
            diagnostics.Report(FederationDiagnostics.TooMany, holder.Span, holder.Address, $"{trusts.Length}");
        if (holder is Application { Existing.ObjectId: null, Existing: not null })
            diagnostics.Report(FederationDiagnostics.NoObjectId, holder.Span, holder.Name);
        var seen = new Dictionary<(string, string), HeldTrust>();
        foreach (HeldTrust trust in trusts)
        {
            if (!seen.TryAdd((trust.IssuerKey, trust.Subject.Value), trust))
            {
                diagnostics.Report(
                    FederationDiagnostics.Duplicate, trust.Span, holder.Address, trust.Subject.Value, trust.IssuerKey,
                    seen[(trust.IssuerKey, trust.Subject.Value)].Origin);
            }
        }
    }

    private static void CheckCasing(HeldTrust[] trusts, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<string, HeldTrust>(StringComparer.OrdinalIgnoreCase);
        foreach (HeldTrust trust in trusts)
        {
            string pair = $"{trust.IssuerKey} {trust.Subject}";
            if (!seen.TryAdd(pair, trust) && seen[pair].Subject != trust.Subject)
                diagnostics.ReportFor(FederationDiagnostics.CaseOnly, trust.Span, trust.Source, trust.Subject.Value, seen[pair].Origin);
        }
    }
}
