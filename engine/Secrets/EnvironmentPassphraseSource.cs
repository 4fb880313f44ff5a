using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// Takes the passphrase from <c>PULUMI_CONFIG_PASSPHRASE</c> when that is set, even to nothing, else from the file that
/// <c>PULUMI_CONFIG_PASSPHRASE_FILE</c> names.
/// </summary>
/// <param name="environment">Reads the variables.</param>
public sealed class EnvironmentPassphraseSource(EnvironmentReader environment) : IPassphraseSource
{
    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (environment("PULUMI_CONFIG_PASSPHRASE") is { } passphrase)
            return passphrase;
        if (environment("PULUMI_CONFIG_PASSPHRASE_FILE") is not { Length: > 0 } path)
            return null;

        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretsException($"The file '{path}', which PULUMI_CONFIG_PASSPHRASE_FILE names, cannot be read: {exception.Message}", exception);
        }
    }
}
