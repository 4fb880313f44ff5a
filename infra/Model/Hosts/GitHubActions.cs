using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>
/// A GitHub Actions workflow (<c>github</c>). GitHub names the repository in the subject, and for newer repositories its numeric
/// ids as well; colons inside of names are escaped.
/// </summary>
public sealed record GitHubActions : WorkloadHost
{
    /// <summary>Issuer of github.com.</summary>
    public static Issuer PublicIssuer { get; } = Issuer.Parse("https://token.actions.githubusercontent.com");

    /// <summary>Issuer of the tokens: github.com's, or that of an enterprise server or data-residency host.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>Owner and name, in GitHub's own casing: <c>owner/repository</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>Numeric ids of owner and repository; null for a repository whose subjects carry names alone.</summary>
    public GitHubIds? Ids { get; init; }

    /// <summary>Which runs are meant.</summary>
    public required GitHubTrigger Trigger { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts => One(Issuer, $"repo:{RepositoryClaim}:{Trigger.Claim}");

    private string RepositoryClaim => Ids is { } ids && Repository.Split('/') is [var owner, var name]
        ? $"{owner}@{ids.Owner}/{name}@{ids.Repository}"
        : Repository;
}
