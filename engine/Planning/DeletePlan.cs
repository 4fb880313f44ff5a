using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>What is to be deleted at the end, and in which order.</summary>
/// <param name="Deletions">In an order in which whatever depends on a resource comes before it.</param>
/// <param name="Refused">What would have to go but must not; it stays, with all it depends on.</param>
internal sealed record DeletePlan(ImmutableArray<PlannedDeletion> Deletions, ImmutableArray<RefusedDeletion> Refused);

/// <summary>One resource to delete.</summary>
/// <param name="Step">The step.</param>
/// <param name="After">The places in the plan of the deletions that must have ended well before.</param>
internal sealed record PlannedDeletion(Step Step, ImmutableArray<int> After);

/// <summary>One resource that cannot be deleted.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Reason">Why, and what to do about it.</param>
internal sealed record RefusedDeletion(ResourceState Resource, string Reason);
