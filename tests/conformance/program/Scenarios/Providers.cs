using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Explicit providers: given, inherited, and for functions.</summary>
internal static class Providers
{
    public static void Declare()
    {
        var provider = new Provider("explicit", new() { Region = "here" }, new() { Version = "1.2.3" });
        var other = new Provider("other", new() { Region = "there" });
        _ = new Thing("given", options: new() { Provider = provider });

        var group = new Group("group", new() { Providers = { provider } });
        var child = new Thing("child", options: new() { Parent = group });
        _ = new Thing("override", options: new() { Parent = group, Provider = other });
        var inner = new Group("inner", new() { Parent = group });
        _ = new Thing("grandchild", options: new() { Parent = inner });
        var single = new Group("single", new() { Provider = other });
        _ = new Thing("ofSingle", options: new() { Parent = single });
        _ = new Thing("ofChild", options: new() { Parent = child });

        Find.Invoke(new() { Text = "a" }, new InvokeOptions { Provider = provider });
        Find.Invoke(new() { Text = "b" }, new InvokeOptions { Parent = group });
    }
}
