using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>Who has access.</summary>
public abstract record Principal
{
    private Principal()
    {
    }

    /// <summary>How the document calls it, such as <c>identities.trainer</c>; the object id of one it does not declare.</summary>
    public abstract string Address { get; }

    /// <summary>Azure's <c>principalType</c>.</summary>
    public virtual PrincipalKind Kind => PrincipalKind.ServicePrincipal;

    /// <summary>A user-assigned managed identity.</summary>
    /// <param name="Identity">The identity.</param>
    public sealed record Managed(Identity Identity) : Principal
    {
        /// <inheritdoc/>
        public override string Address => Identity.Address;
    }

    /// <summary>An application's service principal.</summary>
    /// <param name="Application">The application.</param>
    public sealed record ServicePrincipal(Application Application) : Principal
    {
        /// <inheritdoc/>
        public override string Address => Application.Address;
    }

    /// <summary>The system-assigned identity of a workspace; it is born with the workspace.</summary>
    /// <param name="Workspace">The workspace.</param>
    public sealed record OfWorkspace(Workspace Workspace) : Principal
    {
        /// <inheritdoc/>
        public override string Address => Workspace.Address;
    }

    /// <summary>The system-assigned identity of a compute; it is born with the compute.</summary>
    /// <param name="Compute">The compute.</param>
    public sealed record OfCompute(Compute Compute) : Principal
    {
        /// <inheritdoc/>
        public override string Address => Compute.Address;
    }

    /// <summary>The identity that the nodes of an AKS cluster pull images with.</summary>
    /// <param name="Cluster">The AKS cluster.</param>
    public sealed record Kubelet(Cluster Cluster) : Principal
    {
        /// <inheritdoc/>
        public override string Address => $"{Cluster.Address}.kubelet";
    }

    /// <summary>A principal that the document does not declare.</summary>
    /// <param name="ObjectId">Object id in Entra.</param>
    /// <param name="DirectoryKind">What it is.</param>
    public sealed record Directory(PrincipalId ObjectId, PrincipalKind DirectoryKind) : Principal
    {
        /// <inheritdoc/>
        public override string Address => ObjectId.ToString();

        /// <inheritdoc/>
        public override PrincipalKind Kind => DirectoryKind;
    }

    /// <summary>The principal that a workload acts as.</summary>
    /// <param name="workload">The workload.</param>
    public static Principal Of(Workload workload) => workload.Identity switch
    {
        WorkloadIdentity.Managed managed => new Managed(managed.Identity.Target),
        WorkloadIdentity.ServicePrincipal service => new ServicePrincipal(service.Application.Target),
        WorkloadIdentity.OfCompute compute => new OfCompute(compute.Compute.Target),
        var other => throw new ArgumentOutOfRangeException(nameof(workload), other, "Unknown identity of a workload."),
    };

    /// <summary>The principals that a workspace or compute runs as.</summary>
    /// <param name="assignment">Its identity.</param>
    /// <param name="system">The principal of its system-assigned identity.</param>
    public static IEnumerable<Principal> Of(IdentityAssignment assignment, Principal system) => assignment switch
    {
        IdentityAssignment.None => [],
        IdentityAssignment.SystemAssigned => [system],
        IdentityAssignment.UserAssigned user => user.Identities.Select(identity => new Managed(identity.Target)),
        _ => throw new ArgumentOutOfRangeException(nameof(assignment), assignment, "Unknown identity assignment."),
    };

    /// <summary>The principal that an explicit grant names.</summary>
    /// <param name="principal">The grant's principal.</param>
    public static Principal Of(GrantPrincipal principal) => principal switch
    {
        GrantPrincipal.Managed managed => new Managed(managed.Identity.Target),
        GrantPrincipal.ServicePrincipal service => new ServicePrincipal(service.Application.Target),
        GrantPrincipal.OfWorkspace workspace => new OfWorkspace(workspace.Workspace.Target),
        GrantPrincipal.OfCompute compute => new OfCompute(compute.Compute.Target),
        GrantPrincipal.Directory directory => new Directory(directory.ObjectId, directory.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(principal), principal, "Unknown principal of a grant."),
    };
}
