using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>computes</c>: one case per kind, and one for those that exist already.</summary>
internal sealed class ComputeSection() : Section(SectionKeys.Computes, "compute", "Compute targets of the workspaces.")
{
    private static readonly ExistingComputeCase Existing = new();

    private static readonly ComputeCase[] Cases =
        [new TrainingClusterCase(), new NotebookInstanceCase(), new KubernetesComputeCase(), new AksComputeCase()];

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new CasesShape(
        ComputeFields.Kind.Key,
        ComputeFields.Kind.Meaning,
        [.. Cases.Select(item => (item.Word, item.Shape))],
        Existing.Shape);

    /// <inheritdoc/>
    public override Entry? Bind(string name, Fields fields)
    {
        if (fields.Reference<Workspace>(ComputeFields.Workspace.Key, SectionKeys.Workspaces) is not { } workspace)
            return null;
        ComputeCase kind = ReferenceEquals(fields.Shape, Existing.Shape) ? Existing : Cases.First(item => ReferenceEquals(item.Shape, fields.Shape));
        return kind.Bind(name, fields, workspace);
    }
}
