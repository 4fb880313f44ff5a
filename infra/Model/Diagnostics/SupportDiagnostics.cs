using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC19nn: understood, but not deployed by this version.</summary>
public static class SupportDiagnostics
{
    /// <summary>A feature that this version does not deploy.</summary>
    public static readonly DiagnosticDescriptor NotSupportedYet = new(
        "ACC1901", Error, "Not supported yet",
        "{0} is not supported yet.",
        "The document format is ahead of this version, which would have to leave the feature out silently.",
        "Remove it from the document; set that part up by other means, and refer to the result with `existing` where that is possible.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All => [NotSupportedYet];
}
