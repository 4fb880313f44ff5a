using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>kind: instance</c>.</summary>
internal sealed class NotebookInstanceCase() : ComputeCase("instance", new ObjectShape(
[
    .. ComputeFields.OfEveryKind,
    IdentityFields.Declare("Identity of the machine.", "none"),
    .. ComputeFields.OfMachines,
    new("assignedUser", UserShape, "The user it is created for.") { Otherwise = "whoever deploys" },
    new("idleShutdown", new DurationShape(TimeSpan.FromMinutes(15), TimeSpan.FromDays(3)), "Idle time before it is shut down.")
    {
        Otherwise = "never",
    },
]))
{
    private static readonly ObjectShape UserShape = new(
        new Field("objectId", TextShapes.Guid, "The user's object id.") { Required = true },
        new Field("tenant", TextShapes.Guid, "The user's tenant.") { Otherwise = "the document's" });

    /// <inheritdoc/>
    public override Compute Bind(string name, Fields fields, Reference<Workspace> workspace)
    {
        var azure = AzureFields.Read(name, fields);
        var instance = new NotebookInstance
        {
            Name = name,
            Span = fields.Span,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Workspace = workspace,
            Description = fields.Text("description"),
            Identity = IdentityFields.Read(fields),
            Size = fields.Text("size"),
            AssignedUser = fields.Object("assignedUser") is { } user && user.Guid("objectId") is { } objectId
                ? new AssignedUser(new PrincipalId(objectId), user.Guid("tenant") is { } tenant ? new TenantId(tenant) : null)
                : null,
            IdleShutdown = fields.Duration("idleShutdown"),
            Subnet = fields.ResourceId("subnet", "Microsoft.Network/virtualNetworks/subnets"),
            PublicIp = fields.Flag("publicIp"),
        };
        if (instance.Identity is IdentityAssignment.UserAssigned && IdentityFields.CountWritten(fields) > 1)
            IdentityFields.Refuse(fields, "A notebook instance", "have several identities");
        if (workspace.Target.Existing is null && instance.Location != workspace.Target.Location)
        {
            fields.Scope.Diagnostics.Report(
                AzureDiagnostics.OtherRegion, fields.SpanOf("location"), name, instance.Location, workspace.Name, workspace.Target.Location);
        }

        return instance;
    }
}
