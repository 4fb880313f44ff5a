namespace Provisioning.Protocol.Grpc;

/// <summary>How a call is made, beside its message.</summary>
/// <param name="Headers">Metadata for the server; null for none.</param>
/// <param name="Timeout">When to give up, also told to the server; null for never.</param>
public sealed record CallOptions(Metadata? Headers = null, TimeSpan? Timeout = null);
