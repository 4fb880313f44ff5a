namespace Provisioning.Infra.Model.Hosts;

/// <summary>Which runs of a repository's workflows are meant.</summary>
public abstract record GitHubTrigger
{
    private GitHubTrigger()
    {
    }

    /// <summary>Last part of the subject.</summary>
    public abstract string Claim { get; }

    /// <summary>Jobs of a deployment environment; takes precedence over the others on GitHub's side.</summary>
    /// <param name="Name">The environment.</param>
    public sealed record DeploymentEnvironment(string Name) : GitHubTrigger
    {
        /// <inheritdoc/>
        public override string Claim => $"environment:{Escape(Name)}";
    }

    /// <summary>Runs for pull requests.</summary>
    public sealed record PullRequest : GitHubTrigger
    {
        /// <inheritdoc/>
        public override string Claim => "pull_request";
    }

    /// <summary>Runs on a branch.</summary>
    /// <param name="Name">The branch, without <c>refs/heads/</c>.</param>
    public sealed record Branch(string Name) : GitHubTrigger
    {
        /// <inheritdoc/>
        public override string Claim => $"ref:refs/heads/{Escape(Name)}";
    }

    /// <summary>Runs on a tag.</summary>
    /// <param name="Name">The tag, without <c>refs/tags/</c>.</param>
    public sealed record Tag(string Name) : GitHubTrigger
    {
        /// <inheritdoc/>
        public override string Claim => $"ref:refs/tags/{Escape(Name)}";
    }

    private static string Escape(string name) => name.Replace(":", "%3A", StringComparison.Ordinal);
}
