using System.Collections.Immutable;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>What the members of an object hold, each of which need not be there.</summary>
internal static class StateObject
{
    /// <summary>A text member; empty when there is none.</summary>
    public static string Text<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name)?.AsText() ?? "";

    /// <summary>A truth value; false when there is none.</summary>
    public static bool Flag<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name) switch
        {
            null => false,
            { Json.ValueKind: JsonValueKind.True } => true,
            { Json.ValueKind: JsonValueKind.False } => false,
            { } other => throw other.Wrong("true or false"),
        };

    /// <summary>A whole number; null when there is none.</summary>
    public static int? Integer<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name) switch
        {
            null => null,
            { Json.ValueKind: JsonValueKind.Number } number when number.Json.TryGetInt32(out var value) => value,
            { } other => throw other.Wrong("a whole number"),
        };

    /// <summary>The items of a list member; none when there is none.</summary>
    public static IEnumerable<StateElement> Items<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name)?.AsItems() ?? [];

    /// <summary>The members of an object member; none when there is none.</summary>
    public static IEnumerable<(string Name, StateElement Value)> Members<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name)?.AsMembers() ?? [];

    /// <summary>The texts of a list member.</summary>
    public static ImmutableArray<string> Texts<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name)?.AsTexts() ?? [];

    /// <summary>A URN; null when the member is not there or empty.</summary>
    public static Urn? Urn<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name) is { } element && element.AsText().Length > 0 ? element.AsUrn() : null;

    /// <summary>The URNs of a list member.</summary>
    public static ImmutableArray<Urn> Urns<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name)?.AsUrns() ?? [];

    /// <summary>A time; null when there is none.</summary>
    public static Timestamp? Time<T>(this T holder, string name)
        where T : IStateObject => holder.Find(name) switch
        {
            null => null,
            { } element => Timestamp.TryParse(element.AsText(), out var time) ? time : throw element.Wrong("a time of RFC 3339"),
        };
}
