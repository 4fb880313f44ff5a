using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Projects;

/// <summary>The secrets of a stack's settings, wherever they stand in structured values.</summary>
internal static class ConfigSecrets
{
    /// <summary>Whether there is one.</summary>
    public static bool Any(StackSettings settings) => settings.Config.SelectMany(entry => Find(ConfigPath.Of(entry.Key), entry.Value)).Any();

    /// <summary>The settings with every secret encrypted anew; nothing else changes.</summary>
    /// <param name="file">The settings.</param>
    /// <param name="reader">What they are encrypted with.</param>
    /// <param name="writer">What they are to be encrypted with.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    /// <exception cref="SecretsException">A secret cannot be decrypted.</exception>
    public static async Task<StackSettingsFile> EncryptAsync(
        StackSettingsFile file, ISecretsManager reader, ISecretsManager writer, CancellationToken cancellationToken)
    {
        foreach (var (path, ciphertext) in file.Settings.Config.SelectMany(entry => Find(ConfigPath.Of(entry.Key), entry.Value)))
        {
            var plaintext = await reader.DecryptAsync(ciphertext, cancellationToken).ConfigureAwait(false);
            file = file.WithConfig(path, new ConfigValue.Secure(await writer.EncryptAsync(plaintext, cancellationToken).ConfigureAwait(false)));
        }

        return file;
    }

    private static IEnumerable<(ConfigPath Path, string Ciphertext)> Find(ConfigPath path, ConfigValue value) => value switch
    {
        ConfigValue.Secure secure => [(path, secure.Ciphertext)],
        ConfigValue.Map map => map.Members.SelectMany(member => Find(path with { Steps = path.Steps.Add(new ConfigPath.Step.Member(member.Key)) }, member.Value)),
        ConfigValue.List list => list.Items.SelectMany((item, index) => Find(path with { Steps = path.Steps.Add(new ConfigPath.Step.Index(index)) }, item)),
        _ => [],
    };
}
