namespace Provisioning.Infra.Model;

/// <summary>An Azure container registry (<c>registries</c>).</summary>
public sealed record Registry : AzureEntry
{
    /// <inheritdoc/>
    public override string Section => "registries";

    /// <summary>
    /// Whether this is the registry that Azure Machine Learning creates by itself for the one workspace that names it
    /// (<c>auto: true</c>). It has no id before the workspace builds its first image, so nothing can be granted on it.
    /// </summary>
    public required bool CreatedByWorkspace { get; init; }

    /// <summary>Service tier: <c>Basic</c>, <c>Standard</c> or <c>Premium</c>.</summary>
    public required string Sku { get; init; }

    /// <summary>Whether the admin user with its shared passwords is on.</summary>
    public required bool AdminUser { get; init; }

    /// <summary>Whether the registry answers from the public network.</summary>
    public required bool PublicNetworkAccess { get; init; }

    /// <summary>How the registry decides on pulls and pushes, which decides the roles that work on it.</summary>
    public required RegistryPermissions Permissions { get; init; }
}
