using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>workloads</c>.</summary>
internal sealed class WorkloadSection() : Section(
    SectionKeys.Workloads, "workload", "What runs where, as whom, and what it needs. Roles, federated credentials and registrations follow from it.")
{
    private static readonly ImmutableArray<HostCase> Hosts =
    [
        new ComputeTargetCase(), new KubernetesCase(), new GitHubCase(), new GitLabCase(), new AzureDevOpsCase(), new TerraformCloudCase(),
        new PulumiCloudCase(), new RadixCase(), new FederationCase(),
    ];

    private static readonly ObjectShape RunsOnShape = new([.. Hosts.Select(host => host.Field)])
    {
        Groups = [new KeyGroup([.. Hosts.Select(host => host.Field.Key)])],
    };

    private static readonly ListShape Registries = new(TextShapes.Reference("a registry"));
    private static readonly ListShape Blobs = new(TextShapes.ReferenceWithPart("an account, or account/container"));
    private static readonly ListShape Secrets = new(TextShapes.ReferenceWithPart("a vault, or vault/secret"));
    private static readonly ListShape Organizations = new(TextShapes.Reference("a Deep Lake organization"));

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field("runsOn", RunsOnShape, "Where it runs: exactly one of the keys below.") { Required = true },
        new Field(
            "identity",
            TextShapes.Reference("an identity or application"),
            "Whom it acts as: an identity, an application, or `system` for the compute's own.")
        {
            Otherwise = "the only identity of its compute",
        },
        new Field("pulls", Registries, "Registries it pulls images from."),
        new Field("pushes", Registries, "Registries it pushes images to, and pulls from."),
        new Field("reads", Blobs, "Blobs it reads: `account/container`, or a whole `account`."),
        new Field("writes", Blobs, "Blobs it reads, writes and deletes."),
        new Field("secrets", Secrets, "Secrets it reads: `vault/secret`, or a whole `vault`."),
        new Field("deeplake", Organizations, "Deep Lake organizations it is registered with."));

    /// <inheritdoc/>
    public override Entry? Bind(string name, Fields fields)
    {
        var needs = new
        {
            Pulls = fields.References<Registry>("pulls", SectionKeys.Registries),
            Pushes = fields.References<Registry>("pushes", SectionKeys.Registries),
            Reads = PartReferences.Containers(fields, "reads"),
            Writes = PartReferences.Containers(fields, "writes"),
            Secrets = PartReferences.Secrets(fields, "secrets"),
            DeepLake = fields.References<DeepLakeOrganization>("deeplake", SectionKeys.DeepLake),
        };
        WorkloadHost? host = BindHost(fields);
        WorkloadIdentity? identity = WorkloadIdentityBinding.Bind(name, fields, host);
        if (host is null || identity is null)
            return null;
        return new Workload
        {
            Name = name,
            Span = fields.Span,
            RunsOn = host,
            Identity = identity,
            Pulls = needs.Pulls,
            Pushes = needs.Pushes,
            Reads = needs.Reads,
            Writes = needs.Writes,
            Secrets = needs.Secrets,
            DeepLake = needs.DeepLake,
        };
    }

    private static WorkloadHost? BindHost(Fields fields) => fields.Object("runsOn") is { } runsOn
        ? Hosts.FirstOrDefault(host => runsOn.Has(host.Field.Key))?.Bind(runsOn)
        : null;
}
