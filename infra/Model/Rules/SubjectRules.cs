using System.Text.RegularExpressions;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Model.Rules;

/// <summary>Issuers, subjects and audiences that Entra stores without complaint and that never match a token.</summary>
internal static partial class SubjectRules
{
    private const string IdentityBindingHost = "ib.oic.prod-aks.azure.com";

    private static readonly Issuer[] WithoutSlash =
    [
        GitHubActions.PublicIssuer, GitLabPipeline.PublicIssuer, TerraformCloudWorkspace.PublicIssuer, Issuer.Parse("https://app.eu.terraform.io"),
        PulumiDeployment.PublicIssuer, Issuer.Parse("https://accounts.google.com"),
    ];

    private static readonly string[] HostsWithSlash = [".oic.prod-aks.azure.com", "oidc.prod-aks.azure.com", ".oic.prod-arc.azure.com"];

    /// <summary>Checks one credential.</summary>
    /// <param name="trust">The credential.</param>
    /// <param name="cloud">The cloud of its holder.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static void Check(HeldTrust trust, Cloud cloud, DiagnosticBag diagnostics)
    {
        if (trust.Issuer is TrustIssuer.Known known && SpellingOf(known.Issuer.ToString()) is { } right)
            diagnostics.Report(FederationDiagnostics.IssuerSpelling, trust.Span, known.Issuer.ToString(), right);
        if (trust.Subject.Value.Contains('*'))
            diagnostics.Report(FederationDiagnostics.Wildcard, trust.Span, trust.Subject.Value);
        else if (trust.IssuerKey == GitHubActions.PublicIssuer.ToString() && !GitHubSubject().IsMatch(trust.Subject.Value))
            diagnostics.ReportWithHint(FederationDiagnostics.GitHubSubject, trust.Span, HintFor(trust.Subject.Value), trust.Subject.Value);
        string usual = cloud.TokenExchangeAudience();
        if (trust is { Audience: { } audience, OwnAudience: false } && audience != usual)
            diagnostics.ReportFor(FederationDiagnostics.Audience, trust.Span, trust.Source, audience, usual);
    }

    private static string? SpellingOf(string issuer)
    {
        string trimmed = issuer.TrimEnd('/');
        if (trimmed != issuer && WithoutSlash.Any(known => known.ToString() == trimmed))
            return trimmed;
        string host = new Uri(issuer).Host;
        bool slashIsMissing = trimmed == issuer && host != IdentityBindingHost
            && HostsWithSlash.Any(known => host.EndsWith(known, StringComparison.Ordinal));
        return slashIsMissing ? $"{issuer}/" : null;
    }

    private static string HintFor(string subject) =>
        subject.EndsWith(":pull-request", StringComparison.Ordinal) ? "GitHub writes 'pull_request'." : "";

    [GeneratedRegex(
        @"\Arepo:(?:[A-Za-z0-9-]+/[A-Za-z0-9._-]+|[A-Za-z0-9-]+@[0-9]+/[A-Za-z0-9._-]+@[0-9]+):"
        + @"(?:environment:[^:]+|pull_request|ref:refs/(?:heads|tags)/[^:\s]+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex GitHubSubject();
}
