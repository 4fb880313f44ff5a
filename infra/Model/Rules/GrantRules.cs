using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>Azure keeps one assignment per principal, role and scope.</summary>
internal static class GrantRules
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<(string, Guid, string), Grant>();
        foreach (Grant grant in document.Grants)
        {
            var key = (KeyOf(grant.Principal), grant.Role.DefinitionId, KeyOf(grant.Scope, document));
            if (!seen.TryAdd(key, grant))
                diagnostics.Report(PolicyDiagnostics.DuplicateGrant, grant.Span, grant.Name, seen[key].Name);
        }
    }

    private static string KeyOf(GrantPrincipal principal) => principal switch
    {
        GrantPrincipal.Managed managed => managed.Identity.Target.Address,
        GrantPrincipal.ServicePrincipal application => application.Application.Target.Address,
        GrantPrincipal.OfWorkspace workspace => workspace.Workspace.Target.Address,
        GrantPrincipal.OfCompute compute => compute.Compute.Target.Address,
        GrantPrincipal.Directory directory => directory.ObjectId.ToString(),
        _ => throw new InvalidOperationException($"Unknown principal {principal}."),
    };

    private static string KeyOf(GrantScope scope, StackDocument document) => scope switch
    {
        GrantScope.Subscription => SubscriptionKey(document),
        GrantScope.ResourceGroup => $"{SubscriptionKey(document)}/resourceGroups/{document.ResourceGroup.AzureName}".ToUpperInvariant(),
        GrantScope.Resource { Target.Target: AzureEntry { Existing: { } existing } } => existing.ToString().ToUpperInvariant(),
        GrantScope.Resource { Target.Target: Cluster cluster } => cluster.Existing.ToString().ToUpperInvariant(),
        GrantScope.Resource resource => resource.Target.Target.Address,
        GrantScope.Container container => $"{container.Target.Account.Address}/{container.Target.Container}",
        GrantScope.Secret secret => $"{secret.Target.Vault.Address}/{secret.Target.Secret}".ToUpperInvariant(),
        GrantScope.ById byId => byId.Scope.ToString().ToUpperInvariant(),
        _ => throw new InvalidOperationException($"Unknown scope {scope}."),
    };

    private static string SubscriptionKey(StackDocument document) =>
        $"/SUBSCRIPTIONS/{document.Subscription?.ToString().ToUpperInvariant() ?? ArmId.SubscriptionPlaceholder.ToUpperInvariant()}";
}
