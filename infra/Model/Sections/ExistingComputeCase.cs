using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary>A compute that exists already.</summary>
internal sealed class ExistingComputeCase() : ComputeCase(ObjectShape.Existing, new ObjectShape(
    new Field(ObjectShape.Existing, TextShapes.ResourceId, "Id of a compute that exists already; it is read, never changed."),
    ComputeFields.Workspace,
    IdentityFields.Declare("Identity that it has.", "none"),
    ComputeFields.Kind))
{
    /// <inheritdoc/>
    public override Compute? Bind(string name, Fields fields, Reference<Workspace> workspace)
    {
        if (fields.ResourceId(ObjectShape.Existing, ComputeFields.ResourceType) is not { } existing)
            return null;
        if (!existing.ToString().Contains($"/workspaces/{workspace.Target.AzureName}/", StringComparison.OrdinalIgnoreCase))
        {
            fields.Scope.Diagnostics.Report(
                AzureDiagnostics.NotInWorkspace, fields.SpanOf(ObjectShape.Existing), existing.ToString(), workspace.Name);
        }

        return new ExistingCompute
        {
            Name = name,
            Span = fields.Span,
            Existing = existing,
            AzureName = existing.Name,
            Location = fields.Scope.Location,
            Tags = fields.Scope.Tags,
            Workspace = workspace,
            Description = "",
            Identity = IdentityFields.Read(fields),
        };
    }
}
