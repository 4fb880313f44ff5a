using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.gitlab</c>.</summary>
internal sealed class GitLabCase() : HostCase(new Field("gitlab", Shape, "GitLab CI jobs of a project."))
{
    private static readonly TextShape Project = new("a project path such as group/project")
    {
        Pattern = "^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$",
    };

    private static readonly TextShape Ref = new("the name of a branch or tag, without refs/, blanks and wildcards")
    {
        Pattern = "^(?!refs/)[^\\s*?~^\\\\\\[]{1,255}$",
    };

    private static readonly ObjectShape Shape = new(
        new Field("project", Project, "Path of the project, with all its groups.") { Required = true },
        new Field("branch", Ref, "Jobs on this branch."),
        new Field("tag", Ref, "Jobs on this tag."),
        new Field("issuer", TextShapes.Issuer, "Address of the GitLab instance.") { Default = GitLabPipeline.PublicIssuer.ToString() })
    {
        Groups = [new KeyGroup("branch", "tag")],
    };

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Issuer("issuer") is { } issuer
            ? new GitLabPipeline
            {
                Span = fields.Span,
                Issuer = issuer,
                Project = fields.Text("project"),
                Ref = fields.OptionalText("tag") ?? fields.Text("branch"),
                IsTag = fields.Has("tag"),
            }
            : null;
}
