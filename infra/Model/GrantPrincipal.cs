namespace Provisioning.Infra.Model;

/// <summary>Who a role is granted to.</summary>
public abstract record GrantPrincipal
{
    private GrantPrincipal()
    {
    }

    /// <summary>A user-assigned managed identity.</summary>
    /// <param name="Identity">The identity.</param>
    public sealed record Managed(Reference<Identity> Identity) : GrantPrincipal;

    /// <summary>An application's service principal.</summary>
    /// <param name="Application">The application.</param>
    public sealed record ServicePrincipal(Reference<Application> Application) : GrantPrincipal;

    /// <summary>The system-assigned identity of a workspace.</summary>
    /// <param name="Workspace">The workspace; its identity is <see cref="IdentityAssignment.SystemAssigned"/>.</param>
    public sealed record OfWorkspace(Reference<Workspace> Workspace) : GrantPrincipal;

    /// <summary>The system-assigned identity of a compute.</summary>
    /// <param name="Compute">The compute; its identity is <see cref="IdentityAssignment.SystemAssigned"/>.</param>
    public sealed record OfCompute(Reference<Compute> Compute) : GrantPrincipal;

    /// <summary>A principal that the document does not declare, by its object id.</summary>
    /// <param name="ObjectId">Object id in Entra.</param>
    /// <param name="Kind">What it is; Azure must be told, because it may not see a young principal yet.</param>
    public sealed record Directory(PrincipalId ObjectId, PrincipalKind Kind) : GrantPrincipal;
}
