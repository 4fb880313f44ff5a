using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Resources that exist already, and another stack's outputs.</summary>
internal static class Reads
{
    public static void Declare()
    {
        var group = new Group("group");
        var first = new Thing("first");
        _ = new Thing("read", new() { Text = "state" }, new()
        {
            Id = "existing-id",
            Parent = group,
            Version = "1.2.3",
            AdditionalSecretOutputs = { "result" },
        });
        _ = new Thing("readLater", options: new() { Id = Output.Format($"known-{"id"}"), DependsOn = { first } });

        var stack = new StackReference("organization/other/dev");
        var named = new StackReference("named", new() { Name = "organization/other/prod" });
        _ = new Thing("uses", new()
        {
            Text = stack.RequireOutput("plain").Apply(value => (string)value),
            Kind = stack.GetOutput("secret").Apply(value => new Kind((string?)value ?? "")),
            Any = named.GetOutput("list").Apply(value => value ?? ""),
            Map = { ["missing"] = stack.GetOutput("missing").Apply(value => value is null ? "true" : "false") },
        });
    }
}
