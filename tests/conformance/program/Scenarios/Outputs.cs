using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>The outputs of a stack.</summary>
internal static class Outputs
{
    public static IDictionary<string, object?> Declare()
    {
        var thing = new Thing("thing", new() { Text = "t" });
        return new Dictionary<string, object?>
        {
            ["text"] = "plain",
            ["number"] = 3,
            ["flag"] = true,
            ["list"] = new object[] { "a", thing.Result },
            ["nested"] = new Dictionary<string, object> { ["inner"] = new Dictionary<string, object> { ["hidden"] = Output.CreateSecret("h") } },
            ["result"] = thing.Result,
            ["id"] = thing.Id,
            ["urn"] = thing.Urn,
            ["hidden"] = Output.CreateSecret(new Dictionary<string, object> { ["user"] = "u" }),
            ["nothing"] = null,
            ["group"] = new Group("group").Urn,
        };
    }
}
