using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A bag of arguments: the members marked <see cref="InputAttribute"/> are sent under their wire names.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>The arguments by wire name.</summary>
    /// <exception cref="ArgumentNullException">A required member is null.</exception>
    internal virtual IReadOnlyDictionary<string, object?> ToDictionary()
    {
        var known = InputMember.Of(GetType());
        var members = new Dictionary<string, object?>(known.Length, StringComparer.Ordinal);
        foreach (var member in known)
            members[member.Name] = member.Read(this);
        return members;
    }
}
