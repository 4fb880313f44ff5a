using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC14nn: a workload could not prove who it is.</summary>
public static class FederationDiagnostics
{
    /// <summary>More credentials than an identity can have.</summary>
    public static readonly DiagnosticDescriptor TooMany = new(
        "ACC1401", Error, "Too many federated credentials",
        "'{0}' would have {1} federated credentials; Entra allows 20.",
        "Every issuer and subject that may act as an identity takes one credential, written out or derived from a workload.",
        "Spread the workloads over several identities.");

    /// <summary>The same issuer and subject twice on one identity.</summary>
    public static readonly DiagnosticDescriptor Duplicate = new(
        "ACC1402", Error, "Federated credential given twice",
        "'{0}' already trusts '{1}' of {2}, by {3}.",
        "An issuer and subject may stand on an identity once, whatever the names of the credentials.",
        "Merge the two workloads, or remove the credential that is written out.");

    /// <summary>Two subjects that differ by casing only.</summary>
    public static readonly DiagnosticDescriptor CaseOnly = new(
        "ACC1403", Warning, "Subjects differ by casing only",
        "The subject '{0}' differs from that of {1} by casing only.",
        "Entra compares subjects with regard to casing, so at most one of the two spellings can work.",
        "Use the casing of the platform that issues the tokens.") { Overridable = true };

    /// <summary>A subject that GitHub never issues.</summary>
    public static readonly DiagnosticDescriptor GitHubSubject = new(
        "ACC1404", Error, "Not a subject of GitHub",
        "GitHub issues no token with the subject '{0}'.",
        "Subjects are `repo:OWNER/REPOSITORY:` followed by `environment:NAME`, `pull_request`, `ref:refs/heads/BRANCH` or "
        + "`ref:refs/tags/TAG`; owner and repository may each carry `@ID`, both or neither.",
        "Correct the subject, or describe the pipeline with `runsOn: github`, which builds it.");

    /// <summary>A well-known issuer with a slash too many or too few.</summary>
    public static readonly DiagnosticDescriptor IssuerSpelling = new(
        "ACC1405", Error, "Issuer misspelt",
        "The issuer '{0}' is written '{1}' in tokens.",
        "Entra compares issuers byte by byte, and a slash at the end makes a difference.",
        "Use the spelling of the message.");

    /// <summary>A wildcard.</summary>
    public static readonly DiagnosticDescriptor Wildcard = new(
        "ACC1406", Error, "Wildcard in a subject",
        "The subject '{0}' has a wildcard, which Entra takes literally.",
        "Federated credentials match one exact subject.",
        "Give one subject per credential, or let the platform issue a coarser one, such as a GitHub environment.");

    /// <summary>Another audience than the cloud's.</summary>
    public static readonly DiagnosticDescriptor Audience = new(
        "ACC1407", Warning, "Unusual audience",
        "The audience '{0}' is not '{1}', which Azure's client libraries ask for in this cloud.",
        "Tokens with another audience are exchanged only when the platform was set up to ask for that one.",
        "Remove `audience`, or exempt the entry if the platform insists on its own.") { Overridable = true };

    /// <summary>No identity to act as.</summary>
    public static readonly DiagnosticDescriptor NoIdentity = new(
        "ACC1408", Error, "Workload has no identity",
        "Workload '{0}' has no identity: {1}.",
        "Everything a workload may do is granted to an identity.",
        "Give the workload an `identity`, and its compute too if it runs on one.");

    /// <summary>The compute does not carry the identity.</summary>
    public static readonly DiagnosticDescriptor NotOnCompute = new(
        "ACC1409", Error, "Identity not assigned to the compute",
        "Workload '{0}' acts as '{1}', which compute '{2}' does not carry.",
        "Jobs get tokens for the identities of their compute only.",
        "Add the identity to the compute, or let the workload act as one that it has.");

    /// <summary>GitHub ids are advised.</summary>
    public static readonly DiagnosticDescriptor GitHubIds = new(
        "ACC1410", Information, "GitHub repository without ids",
        "The subject of '{0}' names the repository without its ids.",
        "Repositories made, renamed or moved since mid-July 2026 get subjects that carry the numeric ids of owner and repository.",
        "Add `ids` with both numbers, from `gh api repos/OWNER/REPOSITORY --jq '.owner.id, .id'`, if the repository uses them.")
        { Overridable = true };

    /// <summary>Credentials cannot be written on an application without its object id.</summary>
    public static readonly DiagnosticDescriptor NoObjectId = new(
        "ACC1411", Error, "Object id of the application is missing",
        "Federated credentials are to be written on application '{0}', which needs its 'objectId'.",
        "Entra addresses credentials by the object id of the application, which differs from its client id.",
        "Add `objectId` under `existing`, from `az ad app show --id <client id> --query id`.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
    [
        TooMany, Duplicate, CaseOnly, GitHubSubject, IssuerSpelling, Wildcard, Audience, NoIdentity, NotOnCompute, GitHubIds, NoObjectId,
    ];
}
