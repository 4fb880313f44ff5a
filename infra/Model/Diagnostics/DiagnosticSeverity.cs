namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>How much a diagnostic matters. Only <see cref="Error"/> keeps a document from loading.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information,

    /// <summary>Deployable, yet against advice; a policy may raise, lower or exempt it.</summary>
    Warning,

    /// <summary>The document cannot be deployed.</summary>
    Error,
}
