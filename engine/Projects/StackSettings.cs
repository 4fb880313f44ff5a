using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>What <c>Pulumi.&lt;stack&gt;.yaml</c> says.</summary>
public sealed record StackSettings
{
    /// <summary>The settings of a stack without a file.</summary>
    public static StackSettings Empty { get; } = new();

    /// <summary>The URL of the key that secrets are encrypted with; null or <c>passphrase</c> for a passphrase.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>The data key, encrypted by that key; null without one.</summary>
    public string? EncryptedKey { get; init; }

    /// <summary>The salt of the passphrase with its proof, <c>v1:&lt;salt&gt;:v1:&lt;nonce&gt;:&lt;data&gt;</c>; null before the first secret.</summary>
    public string? EncryptionSalt { get; init; }

    /// <summary>The configuration by key.</summary>
    public ImmutableSortedDictionary<ConfigKey, ConfigValue> Config { get; init; } = ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty;

    /// <summary>Whether it names environments of Pulumi Cloud, whose values we cannot get.</summary>
    public bool HasEnvironments { get; init; }
}
