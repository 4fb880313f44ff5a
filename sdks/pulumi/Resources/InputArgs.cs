using System.Collections.Immutable;
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
    internal virtual ImmutableDictionary<string, object?> ToDictionary()
    {
        var members = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in InputMember.Of(GetType()))
            members[member.Name] = member.Read(this);
        return members.ToImmutable();
    }
}
