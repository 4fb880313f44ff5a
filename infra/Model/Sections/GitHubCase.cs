using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.github</c>.</summary>
internal sealed class GitHubCase() : HostCase(new Field("github", Shape, "GitHub Actions workflows of a repository."))
{
    private static readonly TextShape Repository = new("a repository such as owner/name, without ids")
    {
        Pattern = "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}$",
    };

    private static readonly TextShape Ref = new("the name of a branch or tag, without refs/, blanks and wildcards")
    {
        Pattern = "^(?!refs/)[^\\s*?~^\\\\\\[]{1,255}$",
    };

    private static readonly TextShape Environment = new("the name of a deployment environment")
    {
        MaxLength = 255,
        Accepts = text => text.Trim() == text,
    };

    private static readonly ObjectShape Ids = new(
        new Field("owner", new IntegerShape(1, long.MaxValue), "Id of the organization or user.") { Required = true },
        new Field("repository", new IntegerShape(1, long.MaxValue), "Id of the repository.") { Required = true });

    private static readonly ObjectShape Shape = new(
        new Field("repository", Repository, "`owner/name`, in GitHub's own casing.") { Required = true },
        new Field("branch", Ref, "Runs on this branch."),
        new Field("tag", Ref, "Runs on this tag."),
        new Field("environment", Environment, "Jobs of this deployment environment."),
        new Field("pullRequest", new FlagShape { MustBeTrue = true }, "Runs for pull requests."),
        new Field("ids", Ids, "Numeric ids that newer repositories carry in their subjects.") { Otherwise = "names alone" },
        new Field("issuer", TextShapes.Issuer, "Issuer, for an enterprise server or a data-residency host.")
        {
            Default = GitHubActions.PublicIssuer.ToString(),
        })
    {
        Groups = [new KeyGroup("branch", "tag", "environment", "pullRequest")],
    };

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn)
    {
        if (runsOn.Object(Field.Key) is not { } fields || fields.Issuer("issuer") is not { } issuer || TriggerOf(fields) is not { } trigger)
            return null;
        return new GitHubActions
        {
            Span = fields.Span,
            Issuer = issuer,
            Repository = fields.Text("repository"),
            Trigger = trigger,
            Ids = fields.Object("ids") is { } ids ? new GitHubIds(ids.Integer("owner"), ids.Integer("repository")) : null,
        };
    }

    private static GitHubTrigger? TriggerOf(Fields fields)
    {
        if (fields.Has("pullRequest"))
            return new GitHubTrigger.PullRequest();
        if (fields.OptionalText("environment") is { } environment)
            return new GitHubTrigger.DeploymentEnvironment(environment);
        if (fields.OptionalText("branch") is { } branch)
            return new GitHubTrigger.Branch(branch);
        return fields.OptionalText("tag") is { } tag ? new GitHubTrigger.Tag(tag) : null;
    }
}
