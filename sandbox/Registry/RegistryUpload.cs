namespace Provisioning.Sandbox.Registry;

/// <summary>The upload of a layer that has begun.</summary>
/// <param name="Registry">Id of its registry, in lower case.</param>
/// <param name="Epoch">When the registry was made: an upload does not belong to a later registry of the same name.</param>
/// <param name="Repository">Repository.</param>
internal sealed record RegistryUpload(string Registry, DateTimeOffset Epoch, string Repository);
