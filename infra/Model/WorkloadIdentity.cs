namespace Provisioning.Infra.Model;

/// <summary>The identity that a workload acts as.</summary>
public abstract record WorkloadIdentity
{
    private WorkloadIdentity()
    {
    }

    /// <summary>A user-assigned managed identity.</summary>
    /// <param name="Identity">The identity.</param>
    public sealed record Managed(Reference<Identity> Identity) : WorkloadIdentity;

    /// <summary>An application's service principal.</summary>
    /// <param name="Application">The application.</param>
    public sealed record ServicePrincipal(Reference<Application> Application) : WorkloadIdentity;

    /// <summary>The system-assigned identity of the compute it runs on.</summary>
    /// <param name="Compute">The compute.</param>
    public sealed record OfCompute(Reference<Compute> Compute) : WorkloadIdentity;
}
