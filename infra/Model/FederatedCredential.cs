using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A federated credential written out in the document, beside those that follow from workloads.</summary>
/// <param name="AzureName">Name of the credential: 3 to 120 letters, digits, hyphens and underscores.</param>
/// <param name="Issuer">Issuer of the trusted tokens.</param>
/// <param name="Subject">Subject of the trusted tokens.</param>
/// <param name="Audience">The one audience of the trusted tokens.</param>
/// <param name="Span">Where the document declares it.</param>
public sealed record FederatedCredential(string AzureName, Issuer Issuer, Subject Subject, string Audience, SourceSpan Span);
