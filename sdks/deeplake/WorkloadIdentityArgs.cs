namespace Pulumi.DeepLake;

/// <summary>What to register in Deep Lake, and in which organization.</summary>
public sealed class WorkloadIdentityArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Client (application) id of a managed identity or an application's service principal.</summary>
    [Input("clientId", required: true)]
    public Input<string> ClientId { get; set; } = null!;

    /// <summary>Display name in the organization's list of workload identities.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Organization that is to accept the principal. Needs an administrator's token.</summary>
    [Input("organizationId", required: true)]
    public Input<string> OrganizationId { get; set; } = null!;

    /// <summary>Entra tenant of the principal.</summary>
    [Input("tenantId", required: true)]
    public Input<string> TenantId { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public WorkloadIdentityArgs()
    {
    }

    /// <summary>Arguments without any value.</summary>
    public static new WorkloadIdentityArgs Empty => new WorkloadIdentityArgs();
}
