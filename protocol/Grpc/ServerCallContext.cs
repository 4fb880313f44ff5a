namespace Provisioning.Protocol.Grpc;

/// <summary>What a server knows of a call beside its message.</summary>
/// <param name="RequestHeaders">The metadata that the client sent.</param>
/// <param name="Timeout">How long the client waits, from the call's beginning; null for ever. The handler's token is cancelled then.</param>
public sealed record ServerCallContext(Metadata RequestHeaders, TimeSpan? Timeout);
