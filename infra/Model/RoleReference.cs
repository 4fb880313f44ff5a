namespace Provisioning.Infra.Model;

/// <summary>A role by its definition's GUID, which is the same in every cloud for a built-in role.</summary>
/// <param name="DefinitionId">GUID of the role definition.</param>
/// <param name="Name">Name of the built-in role; empty for a custom one.</param>
public sealed record RoleReference(Guid DefinitionId, string Name)
{
    /// <summary>Whether the role changes everything below its scope, or hands out roles itself.</summary>
    public bool IsPowerful => Name is "Owner" or "Contributor" or "User Access Administrator" or "Role Based Access Control Administrator";

    /// <summary>Renders the name, or the GUID of a custom role.</summary>
    public override string ToString() => Name.Length == 0 ? DefinitionId.ToString("D") : Name;
}
