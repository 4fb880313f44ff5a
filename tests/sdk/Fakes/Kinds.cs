using System.Collections.Immutable;

namespace Pulumi.Tests.Fakes;

[EnumType]
internal readonly struct StorageKind
{
    private readonly string value;

    private StorageKind(string value) => this.value = value;

    public static StorageKind Blob { get; } = new("Blob");

    public static explicit operator string(StorageKind kind) => kind.value;
}

[EnumType]
internal readonly struct Level
{
    private readonly double value;

    private Level(double value) => this.value = value;

    public static Level High { get; } = new(3);

    public static explicit operator double(Level level) => level.value;
}

internal enum Color
{
    Red = 1,
    Blue = 2,
}

/// <summary>A structured argument, as generated classes look.</summary>
internal sealed class SkuArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("tier")]
    public Input<string>? Tier { get; set; }
}

/// <summary>A structured output, as generated classes look.</summary>
[OutputType]
internal sealed class SkuResponse
{
    public readonly string Name;
    public readonly int Capacity;
    public readonly ImmutableArray<string> Zones;

    [OutputConstructor]
    private SkuResponse(string name, int capacity, [OutputConstructorParameter("availabilityZones")] ImmutableArray<string> zones)
    {
        Name = name;
        Capacity = capacity;
        Zones = zones;
    }

    public static SkuResponse Create(string name) => new(name, 1, ["z"]);
}

[DiscriminatedUnionDiscriminator("kind")]
[DiscriminatedUnionCase("circle", typeof(Circle))]
[DiscriminatedUnionCase("square", typeof(Square))]
internal interface IShape;

[OutputType]
internal sealed class Circle(double radius) : IShape
{
    public double Radius { get; } = radius;
}

[OutputType]
internal sealed class Square(double side) : IShape
{
    public double Side { get; } = side;
}
