using System.Text.Json;

namespace Pulumi;

/// <summary>What a resource argument of any JSON takes: JSON text, a document or an element, or an output of one.</summary>
public sealed class InputJson : Input<JsonElement>
{
    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>JSON text; text that is no JSON throws <see cref="JsonException"/>.</summary>
    public static implicit operator InputJson(string json) => new(Output.Create(Parse(json)));

    /// <summary>A JSON document.</summary>
    public static implicit operator InputJson(JsonDocument json) => new(Output.Create(json.RootElement.Clone()));

    /// <summary>A JSON element.</summary>
    public static implicit operator InputJson(JsonElement json) => new(Output.Create(json));

    /// <summary>JSON text that an output gives.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>A JSON document that an output gives.</summary>
    public static implicit operator InputJson(Output<JsonDocument> json) => new(json.Apply(document => document.RootElement.Clone()));

    /// <summary>A JSON element that an output gives.</summary>
    public static implicit operator InputJson(Output<JsonElement> json) => new(json);

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
