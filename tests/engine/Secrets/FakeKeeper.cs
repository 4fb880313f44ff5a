using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

/// <summary>A key that encrypts by writing its name before the data key; counts what it is asked for.</summary>
internal sealed class FakeKeeper : ISecretsKeeper
{
    public const string Url = "vault://v/keys/k";

    private readonly byte[] mark = Encoding.ASCII.GetBytes("k:");

    public List<string> Opened { get; } = [];

    public int Requests { get; private set; }

    /// <summary>Why it refuses; null when it does not.</summary>
    public SecretsException? Refusal { get; set; }

    public SecretsKeepers Keepers(string? urlOverride = null) => new(
        ImmutableDictionary<string, SecretsKeeperOpener>.Empty.Add("vault://", url =>
        {
            Opened.Add(url);
            return this;
        }),
        urlOverride);

    public Task<EncryptedDataKey> EncryptAsync(byte[] dataKey, CancellationToken cancellationToken) =>
        AskAsync(() => new EncryptedDataKey($"{Url}/1", [.. mark, .. dataKey]));

    public Task<byte[]> DecryptAsync(byte[] encrypted, CancellationToken cancellationToken) => AskAsync(() => encrypted[mark.Length..]);

    private Task<T> AskAsync<T>(Func<T> answer)
    {
        Requests++;
        return Refusal is null ? Task.FromResult(answer()) : Task.FromException<T>(Refusal);
    }
}
