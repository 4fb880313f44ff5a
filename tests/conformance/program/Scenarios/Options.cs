using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Every option of a resource.</summary>
internal static class Options
{
    public static void Declare()
    {
        var host = new Thing("host", options: new() { Protect = false, RetainOnDelete = false, DeleteBeforeReplace = false });
        _ = new Thing("all", new() { Text = "t", List = { "a" } }, new()
        {
            Protect = true,
            IgnoreChanges = { "text", "list[0]" },
            ReplaceOnChanges = { "whole", "nested.text" },
            DeleteBeforeReplace = true,
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Update = TimeSpan.FromMinutes(90), Delete = TimeSpan.FromSeconds(90) },
            AdditionalSecretOutputs = { "result" },
            RetainOnDelete = true,
            DeletedWith = host,
            ReplaceWith = { host },
            HideDiffs = { "map" },
            Version = "1.2.3",
            PluginDownloadURL = "https://example.com/plugins",
            ReplacementTrigger = Output.Create<object>("again"),
        });
        _ = new Thing("imported", new() { Text = "t" }, new() { ImportId = "old-id" });
        var guarded = new Group("guarded", new() { Protect = true, IgnoreChanges = { "x" }, Version = "1.2.3" });
        _ = new Thing("inherits", options: new() { Parent = guarded });
        _ = new Thing("declines", options: new() { Parent = guarded, Protect = false });
    }
}
