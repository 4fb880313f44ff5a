using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>The checks that need more than one entry.</summary>
internal static class DocumentRules
{
    /// <summary>Checks a document, which may lack the entries that have problems of their own.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(StackDocument document, DiagnosticBag diagnostics)
    {
        NameRules.Check(document, diagnostics);
        RegistryRules.Check(document, diagnostics);
        FederationRules.Check(document, diagnostics);
        WorkloadRules.Check(document, diagnostics);
        GrantRules.Check(document, diagnostics);
    }
}
