using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Components that a provider builds: their inputs carry dependencies.</summary>
internal static class RemoteComponents
{
    public static void Declare()
    {
        var thing = new Thing("thing", new() { Text = "t" });
        var provider = new Provider("explicit", new() { Region = "here" });
        var remote = new Remote("remote", new()
        {
            Plain = "p",
            Hidden = Output.CreateSecret("h"),
            Result = thing.Result,
            SecretResult = Output.CreateSecret(thing.Result),
            Nested = new InnerArgs { List = ["a", thing.Result, Output.CreateSecret("s")] },
            Thing = thing,
        });
        _ = new Remote("provided", options: new() { Providers = { provider } });
        _ = new Thing("after", new() { Text = remote.Result }, new() { DependsOn = { remote } });
        _ = new Thing("child", options: new() { Parent = remote });
    }
}
