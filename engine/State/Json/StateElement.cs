using System.Collections.Immutable;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>A JSON value of a state file with the way to it, so that whatever is wrong in it can be named.</summary>
/// <param name="Json">The value.</param>
/// <param name="Where">What messages call it, such as <c>resource 3, inputs</c>.</param>
internal readonly record struct StateElement(JsonElement Json, string Where)
{
    /// <summary>A member; null when there is none, or it is null.</summary>
    public StateElement? Find(string name) =>
        Expect(JsonValueKind.Object, "an object").TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new StateElement(value, $"{Where}, {name}")
            : null;

    /// <summary>A text member; empty when there is none.</summary>
    public string Text(string name) => Find(name)?.AsText() ?? "";

    /// <summary>A truth value; false when there is none.</summary>
    public bool Flag(string name) => Find(name) switch
    {
        null => false,
        { Json.ValueKind: JsonValueKind.True } => true,
        { Json.ValueKind: JsonValueKind.False } => false,
        { } other => throw other.Wrong("true or false"),
    };

    /// <summary>A whole number; null when there is none.</summary>
    public int? Integer(string name) => Find(name) switch
    {
        null => null,
        { Json.ValueKind: JsonValueKind.Number } number when number.Json.TryGetInt32(out var value) => value,
        { } other => throw other.Wrong("a whole number"),
    };

    /// <summary>The items of a list member; none when there is none.</summary>
    public IEnumerable<StateElement> Items(string name) => Find(name)?.AsItems() ?? [];

    /// <summary>The members of an object member; none when there is none.</summary>
    public IEnumerable<(string Name, StateElement Value)> Members(string name) => Find(name)?.AsMembers() ?? [];

    /// <summary>The texts of a list member.</summary>
    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(item => item.AsText())];

    /// <summary>A URN; null when the member is not there or empty.</summary>
    public Urn? Urn(string name) => Find(name) is { } element && element.AsText().Length > 0 ? element.AsUrn() : null;

    /// <summary>The URNs of a list member.</summary>
    public ImmutableArray<Urn> Urns(string name) => [.. Items(name).Select(item => item.AsUrn())];

    /// <summary>A time; null when there is none.</summary>
    public Timestamp? Time(string name) => Find(name) switch
    {
        null => null,
        { } element => Timestamp.TryParse(element.AsText(), out var time) ? time : throw element.Wrong("a time of RFC 3339"),
    };

    /// <summary>The value as text.</summary>
    public string AsText()
    {
        try
        {
            return Expect(JsonValueKind.String, "a string").GetString() ?? "";
        }
        catch (InvalidOperationException exception)
        {
            // A lone surrogate written as an escape.
            throw new StateException(StateErrorCode.Unreadable, $"The state cannot be read: {Where} holds a character that is not Unicode.", exception);
        }
    }

    /// <summary>The value as a URN.</summary>
    public Urn AsUrn() => State.Urn.TryParse(AsText(), out var urn)
        ? urn
        : throw new StateException(StateErrorCode.InvalidUrn, $"The state cannot be read: {Where} is '{AsText()}', which is not a URN.");

    /// <summary>The value's items; null has none.</summary>
    public IEnumerable<StateElement> AsItems()
    {
        if (Json.ValueKind == JsonValueKind.Null)
            return [];

        var where = Where;
        return Expect(JsonValueKind.Array, "a list").EnumerateArray().Select((item, index) => new StateElement(item, $"{where}[{index}]"));
    }

    /// <summary>The value's members.</summary>
    public IEnumerable<(string Name, StateElement Value)> AsMembers()
    {
        var where = Where;
        return Expect(JsonValueKind.Object, "an object").EnumerateObject()
            .Select(member => (member.Name, new StateElement(member.Value, $"{where}, {member.Name}")));
    }

    /// <summary>A failure because the value is something else.</summary>
    public StateException Wrong(string expected) =>
        new(StateErrorCode.Unreadable, $"The state cannot be read: {Where} must be {expected}, not {Json.ValueKind.ToString().ToLowerInvariant()}.");

    private JsonElement Expect(JsonValueKind kind, string expected) => Json.ValueKind == kind ? Json : throw Wrong(expected);
}
