namespace Provisioning.Infra.Model;

/// <summary>A compute target of a workspace (<c>computes</c>).</summary>
public abstract record Compute : AzureEntry
{
    private protected Compute()
    {
    }

    /// <inheritdoc/>
    public override string Section => "computes";

    /// <summary>The workspace it belongs to.</summary>
    public required Reference<Workspace> Workspace { get; init; }

    /// <summary>Description shown in the studio; empty for none.</summary>
    public required string Description { get; init; }

    /// <summary>The identity its jobs run as.</summary>
    public required IdentityAssignment Identity { get; init; }
}
