using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

/// <summary>A passphrase, or none; counts how often it is asked for.</summary>
internal sealed class FakePassphrase(string? passphrase) : IPassphraseSource
{
    public int Requests { get; private set; }

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        Requests++;
        return new(passphrase);
    }
}
