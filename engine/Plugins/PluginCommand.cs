using System.Collections.Immutable;

namespace Provisioning.Engine.Plugins;

/// <summary>How a plugin is started; the engine's address is added as the last argument.</summary>
/// <param name="File">The executable; looked up on PATH when it has no folder.</param>
/// <param name="Arguments">What precedes the engine's address.</param>
/// <param name="Directory">The plugin's own folder, which the handshake tells it.</param>
internal sealed record PluginCommand(string File, ImmutableArray<string> Arguments, string Directory);
