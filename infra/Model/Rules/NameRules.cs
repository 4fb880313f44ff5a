using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>No two entries are the same resource.</summary>
internal static class NameRules
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        CheckSection(document.Identities, identity => "", diagnostics);
        CheckSection(document.Registries.Where(registry => !registry.CreatedByWorkspace), registry => "", diagnostics);
        CheckSection(document.Storage, account => "", diagnostics);
        CheckSection(document.Vaults, vault => "", diagnostics);
        CheckSection(document.Insights, component => "", diagnostics);
        CheckSection(document.Workspaces, workspace => "", diagnostics);
        CheckSection(document.Computes, compute => compute.Workspace.Name, diagnostics);
        CheckCredentials(document, diagnostics);
    }

    private static void CheckSection<T>(IEnumerable<T> entries, Func<T, string> parent, DiagnosticBag diagnostics)
        where T : AzureEntry
    {
        var seen = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (T entry in entries)
        {
            string resource = entry.Existing?.ToString() ?? $"{parent(entry)}/{entry.AzureName}";
            if (!seen.TryAdd(resource, entry))
                diagnostics.Report(AzureDiagnostics.DuplicateName, entry.Span, entry.Address, entry.AzureName, $"'{seen[resource].Address}'");
        }
    }

    private static void CheckCredentials(StackDocument document, DiagnosticBag diagnostics)
    {
        var holders = document.Identities.Select(identity => (identity.Address, identity.FederatedCredentials))
            .Concat(document.Applications.Select(application => (application.Address, application.FederatedCredentials)));
        foreach (var (address, credentials) in holders)
        {
            var seen = new Dictionary<string, FederatedCredential>(StringComparer.OrdinalIgnoreCase);
            foreach (FederatedCredential credential in credentials.Where(credential => !seen.TryAdd(credential.AzureName, credential)))
            {
                diagnostics.Report(
                    AzureDiagnostics.DuplicateName, credential.Span, $"{address}.federatedCredentials", credential.AzureName,
                    $"the one at {seen[credential.AzureName].Span}");
            }
        }
    }
}
