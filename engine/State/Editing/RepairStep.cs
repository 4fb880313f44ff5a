namespace Provisioning.Engine.State.Editing;

/// <summary>One thing that a repair of a state does.</summary>
/// <param name="Resource">The URN of the resource that it changes, as it was before the repair.</param>
/// <param name="What">What happens to it, as the rest of a sentence.</param>
public sealed record RepairStep(Urn Resource, string What);
