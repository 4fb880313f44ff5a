namespace Provisioning.Engine.Secrets;

/// <summary>A data key as a key in a vault encrypted it.</summary>
/// <param name="Url">The key, in the version that did it: the latest one may be another later.</param>
/// <param name="Value">What <c>encryptedkey</c> holds in Base64.</param>
public sealed record EncryptedDataKey(string Url, byte[] Value);
