using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>A JSON value of a state file, which can say where it stands, so that whatever is wrong in it can be named.</summary>
internal readonly struct StateElement : IStateObject
{
    private readonly StateSource source;

    /// <summary>A value that stands by itself.</summary>
    /// <param name="json">The value.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">What messages call the kind of file it is from.</param>
    public StateElement(JsonElement json, string name, string file = "state")
        : this(json, new StateSource(json, () => name, file))
    {
    }

    private StateElement(JsonElement json, StateSource source)
    {
        Json = json;
        this.source = source;
    }

    /// <summary>The value.</summary>
    public JsonElement Json { get; }

    /// <summary>The kind of file it is from, for messages: <c>state</c>, <c>plan</c>.</summary>
    public string File => source.File;

    /// <summary>The way to it from the file, for messages: <c>dev.json, resources[3], inputs</c>.</summary>
    public string Where => source.WayTo(Json);

    /// <summary>The same value, in which equal texts and names are one string; for one thread.</summary>
    public StateElement WithStrings() => new(Json, source.WithStrings());

    /// <summary>A value inside this one.</summary>
    public StateElement Inner(JsonElement json) => new(json, source);

    /// <summary>A value that this one holds as text, such as a secret; messages call it the same.</summary>
    public StateElement Content(JsonElement json)
    {
        var holder = this;
        return new(json, new StateSource(json, () => holder.Where, File));
    }

    /// <inheritdoc/>
    public StateElement? Find(string name) => Expect(JsonValueKind.Object, "an object").TryGetProperty(name, out var value) ? Inner(value).OrNull() : null;

    /// <summary>The value; null when it is null.</summary>
    public StateElement? OrNull() => Json.ValueKind == JsonValueKind.Null ? null : this;

    /// <summary>The value as text.</summary>
    public string AsText()
    {
        var json = Expect(JsonValueKind.String, "a string");
        if (source.Strings is { } strings && strings.TryGet(JsonMarshal.GetRawUtf8Value(json)[1..^1], out var text))
            return text;

        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException exception)
        {
            // A lone surrogate written as an escape.
            throw new StateException(StateErrorCode.Unreadable, $"The {File} cannot be read: {Where} holds a character that is not Unicode.", exception);
        }
    }

    /// <summary>The value as a URN.</summary>
    public Urn AsUrn() => source.TryGetUrn(AsText(), out var urn)
        ? urn
        : throw new StateException(StateErrorCode.InvalidUrn, $"The {File} cannot be read: {Where} is '{AsText()}', which is not a URN.");

    /// <summary>The value's items; null has none.</summary>
    public IEnumerable<StateElement> AsItems() =>
        Json.ValueKind == JsonValueKind.Null ? [] : Expect(JsonValueKind.Array, "a list").EnumerateArray().Select(Inner);

    /// <summary>The value's items as texts; null has none.</summary>
    public ImmutableArray<string> AsTexts() => AsItems(static item => item.AsText());

    /// <summary>The value's items as URNs; null has none.</summary>
    public ImmutableArray<Urn> AsUrns() => AsItems(static item => item.AsUrn());

    /// <summary>The value's members.</summary>
    public IEnumerable<(string Name, StateElement Value)> AsMembers()
    {
        var holder = this;
        return AsObject().Select(member => (holder.NameOf(member), holder.Inner(member.Value)));
    }

    /// <summary>The value's members as they are, for loops.</summary>
    public JsonElement.ObjectEnumerator AsObject() => Expect(JsonValueKind.Object, "an object").EnumerateObject();

    /// <summary>The name of a member of this value.</summary>
    public string NameOf(JsonProperty member) =>
        source.Strings is { } strings && strings.TryGet(JsonMarshal.GetRawUtf8PropertyName(member), out var name) ? name : member.Name;

    /// <summary>The members with other names than these, as they are.</summary>
    public ImmutableArray<ForeignMember> MembersExcept(FrozenSet<string> known) =>
    [
        .. AsObject()
            .Where(member => !known.Contains(member.Name))
            .Select(member => new ForeignMember(member.Name, member.Value)),
    ];

    /// <summary>A failure because the value is something else.</summary>
    public StateException Wrong(string expected) =>
        new(StateErrorCode.Unreadable, $"The {File} cannot be read: {Where} must be {expected}, not {Json.ValueKind.ToString().ToLowerInvariant()}.");

    private ImmutableArray<T> AsItems<T>(Func<StateElement, T> read)
    {
        if (Json.ValueKind == JsonValueKind.Null)
            return [];

        var items = new T[Expect(JsonValueKind.Array, "a list").GetArrayLength()];
        var count = 0;
        foreach (var item in Json.EnumerateArray())
            items[count++] = read(Inner(item));
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private JsonElement Expect(JsonValueKind kind, string expected) => Json.ValueKind == kind ? Json : throw Wrong(expected);
}
