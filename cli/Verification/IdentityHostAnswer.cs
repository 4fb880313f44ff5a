using System.Text.Json.Serialization;

namespace Provisioning.Cli.Verification;

/// <summary>
/// What a verification and the process of an identity host say to each other: a line with a scope, answered by a line of JSON. Tokens
/// pass between the two alone, over a pipe.
/// </summary>
/// <param name="Token">The access token; null when there is none.</param>
/// <param name="ExpiresOn">When it expires.</param>
/// <param name="Error">Why there is none; null when there is one.</param>
internal sealed record IdentityHostAnswer(string? Token, DateTimeOffset ExpiresOn, string? Error);

/// <summary>Reads and writes the lines without reflection, which starts faster.</summary>
[JsonSerializable(typeof(IdentityHostAnswer))]
internal sealed partial class IdentityHostJson : JsonSerializerContext;
