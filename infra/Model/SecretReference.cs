using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A mention of a vault, or of one secret in it: <c>main</c> or <c>main/database-password</c>.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Secret">Name of the secret; empty for every secret of the vault. Never a secret's value.</param>
/// <param name="Span">Where the document mentions it.</param>
public sealed record SecretReference(Vault Vault, string Secret, SourceSpan Span)
{
    /// <summary>Whether every secret of the vault is meant.</summary>
    public bool IsWholeVault => Secret.Length == 0;

    /// <summary>Renders the reference as the document writes it.</summary>
    public override string ToString() => IsWholeVault ? Vault.Name : $"{Vault.Name}/{Secret}";
}
