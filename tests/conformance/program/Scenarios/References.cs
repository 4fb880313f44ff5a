using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Resources as inputs and as dependencies.</summary>
internal static class References
{
    public static void Declare()
    {
        var group = new Group("group");
        var inside = new Thing("inside", new() { Text = "i" }, new() { Parent = group });
        var inner = new Group("inner", new() { Parent = group });
        var deep = new Thing("deep", new() { Text = "d" }, new() { Parent = inner });
        var other = new Thing("other", new() { Text = "o" });

        _ = new Thing("byInput", new() { Any = Output.Create<object>(other) });
        _ = new Thing("byComponent", new() { Any = Output.Create<object>(inner) });
        _ = new Thing("inValues", new()
        {
            Any = Output.Create<object>(new Dictionary<string, object> { ["list"] = new object[] { other, deep }, ["text"] = inside.Result }),
        });
        _ = new Thing("dependsOnCustom", new() { Text = "t" }, new() { DependsOn = { other } });
        _ = new Thing("dependsOnComponent", new() { Text = "t" }, new() { DependsOn = { group } });
        _ = new Thing("dependsOnBoth", new() { Text = other.Result, Whole = deep.Count }, new() { DependsOn = { inside } });
    }
}
