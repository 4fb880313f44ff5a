namespace Provisioning.Infra.Model;

/// <summary>A role assignment written out in the document, where the intent of workloads does not reach (<c>grants</c>).</summary>
public sealed record Grant : Entry
{
    /// <inheritdoc/>
    public override string Section => "grants";

    /// <summary>Who gets the role.</summary>
    public required GrantPrincipal Principal { get; init; }

    /// <summary>The role.</summary>
    public required RoleReference Role { get; init; }

    /// <summary>Where it holds.</summary>
    public required GrantScope Scope { get; init; }

    /// <summary>Attribute condition, version 2.0; empty for none.</summary>
    public required string Condition { get; init; }

    /// <summary>Why it is needed; becomes the description of the assignment.</summary>
    public required string Reason { get; init; }
}
