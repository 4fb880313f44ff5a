using Provisioning.Conformance.Program.Resources;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Components with children and outputs.</summary>
internal static class Components
{
    public static void Declare()
    {
        var outer = new Completed("outer");
        _ = new Completed("inner", new() { Parent = outer });
        var group = new Group("group", new() { DependsOn = { outer } });
        _ = new Thing("dependent", options: new() { DependsOn = { group } });
    }
}
