using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// The members of an object that have names known beforehand, and the others. Each object is gone through once, however
/// many members are asked for; then the same instance takes the next.
/// </summary>
/// <param name="places">The numbers of the names, see <see cref="Number"/>.</param>
internal sealed class KnownMembers(FrozenDictionary<string, int> places) : IStateObject
{
    private readonly StateElement?[] values = new StateElement?[places.Count];

    /// <summary>The members with other names, as they are.</summary>
    public ImmutableArray<ForeignMember> Others { get; private set; } = [];

    /// <summary>Numbers names, once for all objects of a kind.</summary>
    public static FrozenDictionary<string, int> Number(params string[] names) =>
        names.Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    /// <summary>Takes the members of an object, in place of those of the one before.</summary>
    public void Read(StateElement element)
    {
        Array.Clear(values);
        Others = [];
        foreach (var member in element.AsObject())
        {
            if (places.TryGetValue(element.NameOf(member), out var place))
                values[place] = element.Inner(member.Value).OrNull();
            else
                Others = Others.Add(new ForeignMember(member.Name, member.Value));
        }
    }

    /// <inheritdoc/>
    public StateElement? Find(string name) => values[places[name]];
}
