using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>A JSON value of a state file with the way to it, so that whatever is wrong in it can be named.</summary>
internal sealed class StateElement
{
    private readonly StateElement? holder;
    private readonly string name;
    private readonly int index;

    /// <summary>A value that stands by itself.</summary>
    /// <param name="json">The value.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">What messages call the kind of file it is from.</param>
    public StateElement(JsonElement json, string name, string file = "state")
        : this(json, null, name, -1) => File = file;

    private StateElement(JsonElement json, StateElement? holder, string name, int index)
    {
        File = holder?.File ?? "";
        Json = json;
        this.holder = holder;
        this.name = name;
        this.index = index;
    }

    /// <summary>The value.</summary>
    public JsonElement Json { get; }

    /// <summary>The kind of file it is from, for messages: <c>state</c>, <c>plan</c>.</summary>
    public string File { get; }

    /// <summary>The way to it from the file, for messages: <c>dev.json, resources[3], inputs</c>.</summary>
    public string Where => holder is null ? name : holder.Where + Step;

    private string Step => index < 0 ? ", " + name : string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    /// <summary>The way to it from one that holds it; equal for the same place in every file.</summary>
    public string PathFrom(StateElement ancestor) => holder is null || ReferenceEquals(this, ancestor) ? "" : holder.PathFrom(ancestor) + Step;

    /// <summary>A member; null when there is none, or it is null.</summary>
    public StateElement? Find(string name) =>
        Expect(JsonValueKind.Object, "an object").TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new StateElement(value, this, name, -1)
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
            throw new StateException(StateErrorCode.Unreadable, $"The {File} cannot be read: {Where} holds a character that is not Unicode.", exception);
        }
    }

    /// <summary>The value as a URN.</summary>
    public Urn AsUrn() => State.Urn.TryParse(AsText(), out var urn)
        ? urn
        : throw new StateException(StateErrorCode.InvalidUrn, $"The {File} cannot be read: {Where} is '{AsText()}', which is not a URN.");

    /// <summary>The value's items; null has none.</summary>
    public IEnumerable<StateElement> AsItems() =>
        Json.ValueKind == JsonValueKind.Null
            ? []
            : Expect(JsonValueKind.Array, "a list").EnumerateArray().Select((item, position) => new StateElement(item, this, "", position));

    /// <summary>The value's members.</summary>
    public IEnumerable<(string Name, StateElement Value)> AsMembers() =>
        Expect(JsonValueKind.Object, "an object").EnumerateObject()
            .Select(member => (member.Name, new StateElement(member.Value, this, member.Name, -1)));

    /// <summary>The members with other names than these, as they are.</summary>
    public ImmutableArray<ForeignMember> MembersExcept(FrozenSet<string> known) =>
    [
        .. Expect(JsonValueKind.Object, "an object").EnumerateObject()
            .Where(member => !known.Contains(member.Name))
            .Select(member => new ForeignMember(member.Name, member.Value)),
    ];

    /// <summary>A failure because the value is something else.</summary>
    public StateException Wrong(string expected) =>
        new(StateErrorCode.Unreadable, $"The {File} cannot be read: {Where} must be {expected}, not {Json.ValueKind.ToString().ToLowerInvariant()}.");

    private JsonElement Expect(JsonValueKind kind, string expected) => Json.ValueKind == kind ? Json : throw Wrong(expected);
}
