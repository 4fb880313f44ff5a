using System.Collections.Immutable;

namespace Pulumi.Tests.Fakes;

/// <summary>A custom resource as generated classes look.</summary>
[ResourceType("pkg:index:Thing", null)]
internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("pkg:index:Thing", name, args ?? new ThingArgs(), options)
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? tags;

    [Input("zones")]
    private InputList<string>? zones;

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("other")]
    public Input<Thing>? Other { get; set; }

    [Input("anything")]
    public object? Anything { get; set; }

    public InputMap<string> Tags
    {
        get => tags ??= [];
        set => tags = value;
    }

    public InputList<string> Zones
    {
        get => zones ??= [];
        set => zones = value;
    }
}
