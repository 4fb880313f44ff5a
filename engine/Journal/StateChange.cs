using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>
/// One change of the list of resources. A changed resource either keeps its place, or moves behind everything that
/// was recorded in this run, so that whatever it refers to now comes before it.
/// </summary>
/// <param name="Before">The resource as it was; null when it is new.</param>
/// <param name="After">The resource as it is now; null when it is gone.</param>
/// <param name="KeepsPlace">Whether <paramref name="After"/> takes the place of <paramref name="Before"/>.</param>
/// <remarks>A resource is recognised by its URN, id and delete mark, see <see cref="ResourceKey"/>.</remarks>
public sealed record StateChange(ResourceState? Before, ResourceState? After, bool KeepsPlace)
{
    /// <summary>
    /// Whether the state has <see cref="After"/>, content for content, under the key of <see cref="Before"/>, so that at most its
    /// place changes. Said by whoever knows the state.
    /// </summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Nothing changes: an operation failed and left everything as it was.</summary>
    public static StateChange None { get; } = new(null, null, true);

    /// <summary>A resource that was not there is added at the end.</summary>
    public static StateChange Added(ResourceState after) => new(null, after, false);

    /// <summary>A resource of an earlier run, whose creation was not recorded to its end, is found to exist.</summary>
    public static StateChange Found(ResourceState after) => new(null, after, true);

    /// <summary>A resource is removed.</summary>
    public static StateChange Removed(ResourceState before) => new(before, null, true);

    /// <summary>A resource changes because the program registered it.</summary>
    public static StateChange Registered(ResourceState? before, ResourceState after) => new(before, after, false);

    /// <summary>A resource changes and its references do not.</summary>
    public static StateChange InPlace(ResourceState before, ResourceState after) => new(before, after, true);
}
