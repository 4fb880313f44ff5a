namespace Provisioning.Sandbox.World;

/// <summary>A private key that outlives a run. A class and not a record: printing it must show no key.</summary>
/// <param name="pkcs8">The key in PKCS #8.</param>
internal sealed class StoredKey(byte[] pkcs8)
{
    /// <summary>The key in PKCS #8.</summary>
    public byte[] Pkcs8 { get; } = pkcs8;
}
