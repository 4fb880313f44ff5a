using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Former identities.</summary>
internal static class Aliases
{
    public static void Declare()
    {
        var former = new Group("former");
        Declare("renamed", new() { Name = "old" });
        Declare("retyped", new() { Type = "test:index:Old" });
        Declare("moved", new() { Parent = former });
        Declare("movedByUrn", new() { ParentUrn = "urn:pulumi:dev::shop::test:index:Group::gone" });
        Declare("elsewhere", new() { Stack = "old-stack", Project = "old-project" });
        Declare("urn", new() { Urn = "urn:pulumi:dev::shop::test:index:Thing::ancient" });
        Declare("later", new() { Name = Output.Create(Task.FromResult("promised")) });

        var group = new Group("group", new() { Aliases = { new Alias { Name = "group-old" } } });
        _ = new Thing("child", options: new() { Parent = group });
        _ = new Thing("orphan", options: new() { Parent = group, Aliases = { new Alias { NoParent = true } } });
    }

    private static void Declare(string name, Alias alias) => _ = new Thing(name, options: new() { Aliases = { alias } });
}
