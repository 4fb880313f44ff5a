using Google.Protobuf;

namespace Provisioning.Engine.Providers;

/// <summary>The package that a plugin is to serve, when it makes packages from parameters.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Value">The parameters in the plugin's own form.</param>
public sealed record ProviderParameterization(string Name, string Version, ByteString Value);
