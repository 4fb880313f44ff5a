namespace Provisioning.Engine.Backends;

/// <summary>One line of <c>stack ls</c>.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LastUpdate">When its state was written last; null when it was never deployed.</param>
/// <param name="ResourceCount">The number of resources; null when it was never deployed.</param>
public sealed record StackSummary(StackReference Stack, DateTimeOffset? LastUpdate, int? ResourceCount);
