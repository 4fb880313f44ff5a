using System.Collections.Concurrent;
using System.Collections.Immutable;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>
/// The resources to operate on: those named (<c>--target</c>), or all but those named (<c>--exclude</c>), and with either what
/// depends on them. Providers and the stack are always operated on. Thread-safe.
/// </summary>
internal sealed class TargetSet
{
    private readonly UrnPatterns patterns;
    private readonly bool hasDependents;

    /// <summary>Whatever depends on a named resource, as far as it is known.</summary>
    private readonly ConcurrentDictionary<Urn, bool> dependents = new();

    /// <summary>Finds out the resources.</summary>
    /// <param name="options">What the user named.</param>
    /// <param name="resources">The resources in state, in its order.</param>
    public TargetSet(OperationOptions options, ImmutableArray<ResourceState> resources)
    {
        IsExclusive = !options.Excludes.IsEmpty || options.ExcludeProtected;
        var kept = options.ExcludeProtected ? resources.Where(resource => resource.Protect).Select(resource => resource.Urn.ToString()) : [];
        patterns = new UrnPatterns(IsExclusive ? [.. options.Excludes, .. kept] : options.Targets);
        Literals = [.. (IsExclusive ? options.Excludes : options.Targets).Where(text => !text.Contains('*', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
        hasDependents = IsExclusive ? options.ExcludeDependents : options.TargetDependents;
        foreach (var resource in resources)
            Discover(resource);
    }

    /// <summary>Whether what was named is left alone, and everything else is operated on.</summary>
    public bool IsExclusive { get; }

    /// <summary>The URNs that were given one by one, in ordinal order.</summary>
    public ImmutableArray<string> Literals { get; }

    /// <summary>Finds out whether a resource depends on a named one; what it refers to must be known by then.</summary>
    public void Discover(ResourceState resource)
    {
        if (hasDependents && References.All(resource).Any(IsNamed))
            dependents.TryAdd(resource.Urn, true);
    }

    /// <summary>Whether a resource is to be operated on.</summary>
    public bool Includes(Urn urn) => urn.HasType(Urn.StackType) || urn.IsProvider || IncludesDeletion(urn);

    /// <summary>Whether a resource is to be deleted when it is not wanted any more; here only what was given counts.</summary>
    public bool IncludesDeletion(Urn urn) => IsExclusive ? !IsNamed(urn) : patterns.IsEmpty || IsNamed(urn);

    private bool IsNamed(Urn urn) => patterns.Matches(urn) || dependents.ContainsKey(urn);
}
