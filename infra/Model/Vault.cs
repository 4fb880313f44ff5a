namespace Provisioning.Infra.Model;

/// <summary>A key vault with RBAC authorization (<c>vaults</c>).</summary>
public sealed record Vault : AzureEntry
{
    /// <inheritdoc/>
    public override string Section => "vaults";

    /// <summary><c>standard</c> or <c>premium</c> (keys in hardware).</summary>
    public required string Sku { get; init; }

    /// <summary>Days a deleted vault or secret can be recovered, 7 to 90; fixed at creation.</summary>
    public required int SoftDeleteDays { get; init; }

    /// <summary>Whether nothing can be purged before those days are over; can never be switched off again.</summary>
    public required bool PurgeProtection { get; init; }

    /// <summary>Whether the vault answers from the public network.</summary>
    public required bool PublicNetworkAccess { get; init; }
}
