using System.Collections.Immutable;
using Provisioning.Infra.Model;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>What has to hold of the resources that the stack manages, whoever uses them.</summary>
/// <param name="document">The stack's document.</param>
/// <param name="stack">What was deployed.</param>
/// <param name="reader">Reads them.</param>
internal sealed class ResourcePlan(StackDocument document, DeployedStack stack, ResourceReader reader)
{
    private const string RegistryVersion = "2023-07-01";
    private const string StorageVersion = "2024-01-01";

    /// <summary>The checks, in the order of the document. What the document asks for is no finding.</summary>
    public ImmutableArray<ICheck> Checks() =>
    [
        .. document.Registries
            .Where(registry => registry is { Existing: null, CreatedByWorkspace: false, AdminUser: false })
            .Select(registry => new SecretlessCheck(
                $"{registry.Address} has no admin user", stack.Get("registries", registry.Name, "resourceId"), RegistryVersion, "adminUserEnabled", byDefault: false, reader)),
        .. document.Storage
            .Where(account => account is { Existing: null, SharedKeys: false })
            .Select(account => new SecretlessCheck(
                $"{account.Address} takes no account keys", stack.Get("storage", account.Name, "resourceId"), StorageVersion, "allowSharedKeyAccess", byDefault: true, reader)),
    ];
}
