using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>Which of the roles that intent leads to contain which others, so that one assignment serves both.</summary>
internal static class RoleImplication
{
    private static readonly (RoleReference Stronger, RoleReference Weaker)[] Pairs =
    [
        (BuiltInRoles.AcrPush, BuiltInRoles.AcrPull),
        (BuiltInRoles.RepositoryWriter, BuiltInRoles.RepositoryReader),
        (BuiltInRoles.StorageBlobDataContributor, BuiltInRoles.StorageBlobDataReader),
        (BuiltInRoles.KeyVaultAdministrator, BuiltInRoles.KeyVaultSecretsUser),
        (BuiltInRoles.Contributor, BuiltInRoles.StorageAccountContributor),
        (BuiltInRoles.Contributor, BuiltInRoles.Reader),
    ];

    /// <summary>Whether everything that <paramref name="other"/> permits is permitted by <paramref name="role"/>.</summary>
    public static bool Implies(RoleReference role, RoleReference other) =>
        role.DefinitionId == other.DefinitionId
        || Pairs.Any(pair => pair.Stronger.DefinitionId == role.DefinitionId && pair.Weaker.DefinitionId == other.DefinitionId);
}
