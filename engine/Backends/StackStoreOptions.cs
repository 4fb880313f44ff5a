using System.Security.Cryptography;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Backends;

/// <summary>What a <see cref="StackStore"/> works with.</summary>
public sealed record StackStoreOptions
{
    /// <summary>The project.</summary>
    public required Project Project { get; init; }

    /// <summary>The stack, which need not exist.</summary>
    public required StackReference Stack { get; init; }

    /// <summary>Where its state is.</summary>
    public required IStateBackend Backend { get; init; }

    /// <summary>Where the passphrase of its secrets comes from.</summary>
    public required IPassphraseSource Passphrases { get; init; }

    /// <summary>The vaults whose keys can encrypt its secrets.</summary>
    public SecretsKeepers Keepers { get; init; } = SecretsKeepers.None;

    /// <summary>
    /// What its secrets are to be encrypted with, which an interrupted <see cref="StackStore.ChangeSecretsProviderAsync"/> may have done to a
    /// part of them already; null when that stays as it is.
    /// </summary>
    public SecretsChoice? NewSecrets { get; init; }

    /// <summary>Where keys, salts and nonces come from.</summary>
    public required RandomNumberGenerator Random { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>False for <c>--disable-integrity-checking</c>.</summary>
    public bool VerifyIntegrity { get; init; } = true;
}
