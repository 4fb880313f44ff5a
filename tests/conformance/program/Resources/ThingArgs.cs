using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>One input of each kind.</summary>
internal sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? list;

    [Input("objects")]
    private InputList<NestedArgs>? objects;

    [Input("map")]
    private InputMap<string>? map;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("none")]
    public Input<string>? None { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("whole")]
    public Input<int>? Whole { get; set; }

    [Input("fraction")]
    public Input<double>? Fraction { get; set; }

    [Input("emptyList")]
    public InputList<string>? EmptyList { get; set; }

    [Input("emptyMap")]
    public InputMap<string>? EmptyMap { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }

    [Input("kind")]
    public Input<Kind>? Kind { get; set; }

    [Input("level")]
    public Input<Level>? Level { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("json", json: true)]
    public Input<NestedArgs>? Json { get; set; }

    public InputList<string> List
    {
        get => list ??= [];
        set => list = value;
    }

    public InputList<NestedArgs> Objects
    {
        get => objects ??= [];
        set => objects = value;
    }

    public InputMap<string> Map
    {
        get => map ??= [];
        set => map = value;
    }
}
