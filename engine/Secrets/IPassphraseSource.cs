namespace Provisioning.Engine.Secrets;

/// <summary>Where the passphrase of a stack comes from: the environment, or a prompt.</summary>
public interface IPassphraseSource
{
    /// <summary>The passphrase, which may be empty; null when there is none.</summary>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);
}
