namespace Provisioning.Infra.Model;

/// <summary>A notebook machine of one user, Azure's <c>ComputeInstance</c> (<c>kind: instance</c>). Every property is fixed at creation.</summary>
public sealed record NotebookInstance : Compute
{
    /// <summary>Virtual machine size.</summary>
    public required string Size { get; init; }

    /// <summary>The user it is created for; null for the caller.</summary>
    public AssignedUser? AssignedUser { get; init; }

    /// <summary>Idle time before it is shut down, 15 minutes to 3 days; null for never.</summary>
    public TimeSpan? IdleShutdown { get; init; }

    /// <summary>Id of the subnet it joins; null for Azure ML's own network.</summary>
    public ArmId? Subnet { get; init; }

    /// <summary>Whether it has a public address.</summary>
    public required bool PublicIp { get; init; }
}
