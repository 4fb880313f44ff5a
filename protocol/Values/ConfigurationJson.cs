using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Provisioning.Protocol.Values;

/// <summary>
/// The JSON of configuration in environment variables and in settings that are lists. Its code is generated, so that a natively compiled
/// program can read it too.
/// </summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
public sealed partial class ConfigurationJson : JsonSerializerContext;
