namespace Pulumi.DeepLake;

/// <summary>
/// The resource <c>deeplake:index:WorkloadIdentity</c>: the registration of an Entra principal in a Deep Lake organization.
/// Deep Lake accepts Azure tokens of exactly that principal, without any credential of its own. The service has no update,
/// so every change replaces the registration; its id is <c>organization id/registration id</c>.
/// </summary>
[DeepLakeResourceType(Token)]
public partial class WorkloadIdentity : global::Pulumi.CustomResource
{
    private const string Token = "deeplake:index:WorkloadIdentity";

    /// <summary>Client (application) id of the registered principal, a lower-case UUID.</summary>
    [Output("clientId")]
    public Output<string> ClientId { get; private set; } = null!;

    /// <summary>Display name in the organization's list of workload identities.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>Organization that accepts the principal.</summary>
    [Output("organizationId")]
    public Output<string> OrganizationId { get; private set; } = null!;

    /// <summary>Id that Deep Lake gave the registration within its organization.</summary>
    [Output("registrationId")]
    public Output<string> RegistrationId { get; private set; } = null!;

    /// <summary>Entra tenant of the principal, a lower-case UUID.</summary>
    [Output("tenantId")]
    public Output<string> TenantId { get; private set; } = null!;

    /// <summary>Registers a principal.</summary>
    /// <param name="name">Logical name, unique among resources of this type.</param>
    /// <param name="args">What to register, and where.</param>
    /// <param name="options">How the engine treats the resource.</param>
    public WorkloadIdentity(string name, WorkloadIdentityArgs args, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new WorkloadIdentityArgs(), MakeResourceOptions(options, ""))
    {
    }

    private WorkloadIdentity(string name, Input<string> id, CustomResourceOptions? options = null)
        : base(Token, name, null, MakeResourceOptions(options, id))
    {
    }

    /// <summary>Reads an existing registration; it stays unmanaged.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="id"><c>organization id/registration id</c>.</param>
    /// <param name="options">How the engine treats the resource.</param>
    public static WorkloadIdentity Get(string name, Input<string> id, CustomResourceOptions? options = null)
        => new WorkloadIdentity(name, id, options);

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions { Version = PackageVersion.Text };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}
