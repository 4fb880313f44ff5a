using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>The resources to operate on (<c>--target</c>); all when none are given. Providers and the stack always belong to it.</summary>
internal sealed class TargetSet(UrnPatterns patterns)
{
    /// <summary>Whether there are resources that do not belong to it.</summary>
    public bool IsLimited => !patterns.IsEmpty;

    /// <summary>The URNs that were given one by one.</summary>
    public IEnumerable<string> Literals => patterns.Literals;

    /// <summary>Whether a resource is to be operated on.</summary>
    public bool Includes(Urn urn) =>
        patterns.IsEmpty || urn.Type == Urn.StackType || urn.IsProvider || patterns.Matches(urn);

    /// <summary>Whether a resource is to be deleted when it is not wanted any more; here only what was given counts.</summary>
    public bool IncludesDeletion(Urn urn) => patterns.IsEmpty || patterns.Matches(urn);
}
