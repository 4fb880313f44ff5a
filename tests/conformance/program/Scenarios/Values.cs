using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Plain values of every kind.</summary>
internal static class Values
{
    public static void Declare()
    {
        _ = new Thing("empty");
        _ = new Thing("thing", new()
        {
            Text = "größer",
            None = null,
            Flag = false,
            Whole = 3,
            Fraction = 2.5,
            List = { "a", "b" },
            EmptyList = [],
            Map = { ["k"] = "v", ["with space"] = "w" },
            EmptyMap = [],
            Nested = new NestedArgs { Text = "t", Inner = new InnerArgs { List = ["x"], Map = new() { ["y"] = "z" } } },
            Objects = { new NestedArgs { Text = "one" }, new NestedArgs { Text = "two" } },
            Kind = Kind.Blob,
            Level = Level.High,
            Either = 7,
            Any = Output.Create<object>(new Dictionary<string, object>
            {
                ["numbers"] = new[] { 1, 2 },
                ["deep"] = new Dictionary<string, object> { ["flag"] = true },
            }),
            Json = new NestedArgs { Text = "t" },
        });
    }
}
