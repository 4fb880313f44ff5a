using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Secrets, alone and inside of other values.</summary>
internal static class Secrets
{
    public static void Declare()
    {
        var password = Output.CreateSecret("s3cret");
        var first = new Thing("first", new()
        {
            Text = password,
            List = { "a", password },
            Map = { ["k"] = password },
            Nested = new NestedArgs { Inner = new InnerArgs { Map = new() { ["y"] = password } } },
            Kind = password.Apply(text => new Kind(text.ToUpperInvariant())),
        });
        _ = new Thing("second", new()
        {
            Text = first.Text,
            Whole = Output.Unsecret(password).Apply(text => text.Length),
            Any = Output.CreateSecret<object>(new Dictionary<string, object> { ["user"] = "u", ["age"] = 3 }),
        });
    }
}
