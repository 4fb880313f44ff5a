using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>A component with a child and outputs.</summary>
internal sealed class Completed : ComponentResource
{
    public Completed(string name, ComponentResourceOptions? options = null)
        : base("test:index:Completed", name, options)
    {
        var thing = new Thing($"{name}-thing", new() { Text = "t" }, new() { Parent = this });
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["result"] = thing.Result,
            ["plain"] = "p",
            ["hidden"] = Output.CreateSecret("h"),
            ["nothing"] = null,
            ["nested"] = new Dictionary<string, object> { ["list"] = new object[] { thing.Count } },
            ["thing"] = thing,
        });
    }
}
