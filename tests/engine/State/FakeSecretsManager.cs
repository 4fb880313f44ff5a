using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.State;

/// <summary>Numbers its ciphertexts, so that each encryption can be told from every other.</summary>
internal sealed class FakeSecretsManager : ISecretsManager
{
    private readonly List<string> plaintexts = [];

    public string Type => "fake";

    public string StateJson => "{\"salt\":\"v1:abc+/=\"}";

    public int Encryptions => plaintexts.Count;

    public ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken)
    {
        plaintexts.Add(plaintext);
        return new($"v1:{plaintexts.Count - 1}:{plaintexts.Count - 1}");
    }

    public ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) =>
        new(plaintexts[int.Parse(ciphertext.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)]);
}
