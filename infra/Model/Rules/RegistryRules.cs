using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>Registries that Azure ML creates belong to one workspace, and nothing can be granted on them yet.</summary>
internal static class RegistryRules
{
    private const string Feature = "Access to a registry that Azure ML creates by itself";

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        var users = document.Workspaces.ToLookup(workspace => workspace.Registry?.Name);
        foreach (Registry registry in document.Registries.Where(registry => registry.CreatedByWorkspace))
        {
            int count = users[registry.Name].Count();
            if (count != 1)
                diagnostics.Report(AzureDiagnostics.AutomaticRegistry, registry.Span, registry.Name, $"{count}");
        }

        foreach (SourceSpan mention in Mentions(document))
            diagnostics.Report(SupportDiagnostics.NotSupportedYet, mention, Feature);
    }

    private static IEnumerable<SourceSpan> Mentions(StackDocument document)
    {
        var pulls = document.Workloads.SelectMany(workload => workload.Pulls.Concat(workload.Pushes));
        var connections = document.Workspaces.SelectMany(workspace => workspace.Connections).Select(connection => connection.Registry);
        var scopes = document.Grants.Select(grant => grant.Scope).OfType<GrantScope.Resource>()
            .Where(scope => scope.Target.Target is Registry { CreatedByWorkspace: true }).Select(scope => scope.Target.Span);
        return pulls.Concat(connections).Where(registry => registry.Target.CreatedByWorkspace).Select(registry => registry.Span).Concat(scopes);
    }
}
