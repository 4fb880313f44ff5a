using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>Every diagnostic of stack documents, in the order of their ids. <c>docs/diagnostics.md</c> is generated from it.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The descriptors, by id.</summary>
    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> All { get; } =
        ((DiagnosticDescriptor[])
        [
            .. ReadingDiagnostics.All, .. ShapeDiagnostics.All, .. ReferenceDiagnostics.All, .. AzureDiagnostics.All,
            .. FederationDiagnostics.All, .. PolicyDiagnostics.All, .. SupportDiagnostics.All,
        ]).ToImmutableSortedDictionary(descriptor => descriptor.Id, descriptor => descriptor, StringComparer.Ordinal);
}
