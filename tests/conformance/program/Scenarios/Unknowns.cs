using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Outputs of one resource as inputs of others: unknown in a preview.</summary>
internal static class Unknowns
{
    public static void Declare()
    {
        var first = new Thing("first", new() { Text = "t" });
        var second = new Thing("second", new()
        {
            Text = first.Result,
            Whole = first.Count,
            List = { "a", first.Result },
            Map = { ["k"] = first.Result },
            Nested = new NestedArgs { Text = "known", Inner = new InnerArgs { Map = new() { ["y"] = first.Result } } },
            Any = first.More.Apply<object>(more => more),
        });
        _ = new Thing("third", new()
        {
            Text = Output.Format($"{first.Id}/{second.Result}"),
            Kind = Output.CreateSecret(first.Result).Apply(result => new Kind(result)),
            Name = first.Urn,
            Either = first.Text.Apply(text => text.Length),
        });
    }
}
