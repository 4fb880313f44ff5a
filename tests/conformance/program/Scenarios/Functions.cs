using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Functions of providers, and methods of resources.</summary>
internal static class Functions
{
    public static async Task DeclareAsync()
    {
        // Read rather than created: in a preview the official Node.js SDK forgets what a function waits for.
        var thing = new Thing("thing", new() { Text = "t" }, new() { Id = "existing-id" });
        var found = await Find.InvokeAsync(
            new() { Text = "plain", List = ["a"], Map = new() { ["k"] = "v" } },
            new InvokeOptions { Version = "1.2.3", PluginDownloadURL = "https://example.com/plugins" });
        _ = new Thing("found", new() { Text = found.Found });

        var later = Find.Invoke(new() { Text = thing.Text, Nested = new NestedArgs { Text = Output.CreateSecret("s") } });
        _ = new Thing("later", new() { Text = later.Apply(result => result.Found), Kind = later.Apply(result => new Kind(result.Hidden)) });

        var dependent = Find.Invoke(new() { Text = "d" }, new InvokeOutputOptions { DependsOn = { thing } });
        _ = new Thing("dependent", new() { Text = dependent.Apply(result => result.Found) });

        var described = thing.Describe(new() { Text = thing.Result, List = ["a", Output.CreateSecret("s")] });
        _ = new Thing("described", new() { Text = described.Apply(result => result.Described) });
    }
}
