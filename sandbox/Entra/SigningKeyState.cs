namespace Provisioning.Sandbox.Entra;

/// <summary>A signing key for storing and restoring. Printing it shows no private part.</summary>
/// <param name="PrivateKeyPem">The RSA private key, PKCS#8 in PEM.</param>
public sealed record SigningKeyState(string PrivateKeyPem)
{
    /// <inheritdoc/>
    public override string ToString() => "[signing key]";
}
