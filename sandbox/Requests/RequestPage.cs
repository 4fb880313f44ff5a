namespace Provisioning.Sandbox.Requests;

/// <summary>The answer of <c>GET /_sandbox/requests</c>.</summary>
/// <param name="Count">How many requests were answered since the start.</param>
/// <param name="Writes">How many of them asked for a change.</param>
/// <param name="Requests">The remembered ones that were asked for, oldest first.</param>
internal sealed record RequestPage(long Count, long Writes, IReadOnlyList<RequestEntry> Requests);
