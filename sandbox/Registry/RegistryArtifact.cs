namespace Provisioning.Sandbox.Registry;

/// <summary>A manifest or a layer.</summary>
/// <param name="Registry">Id of its registry, in lower case.</param>
/// <param name="Epoch">When the registry was made: an artifact does not belong to a later registry of the same name.</param>
/// <param name="Repository">Repository.</param>
/// <param name="Reference">Tag or digest it is stored under.</param>
/// <param name="Digest">Digest of its content.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Content">What is in it.</param>
internal sealed record RegistryArtifact(
    string Registry, DateTimeOffset Epoch, string Repository, string Reference, string Digest, string MediaType, byte[] Content);
