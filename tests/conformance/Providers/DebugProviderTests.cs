using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Providers that somebody runs in a debugger, which the engine attaches itself to.</summary>
public sealed class DebugProviderTests
{
    [NodeFact]
    public async Task Provider_ThatRuns_IsUsedAndOutlivesTheOperation()
    {
        var (process, port) = await NodeProcess.StartAsync("providers/cloud/executable/pulumi-resource-cloud");
        await using var provider = process;
        var stack = StackOf($"other:1,cloud:{port}");

        await stack.UpAsync(program => program.RegisterAsync("disk", Map(("size", 3), ("zone", "a")), type: "cloud:index:Disk"));
        await stack.DestroyAsync();

        Assert.Empty(stack.Events.Errors);
        Assert.Contains("delete disk", stack.Events.Done);
    }

    [NodeFact]
    public async Task Component_OfAProviderThatRuns_RegistersItsChildren()
    {
        var (process, port) = await NodeProcess.StartAsync("providers/component/pulumi-resource-component");
        await using var provider = process;
        var stack = StackOf($"component:{port}");

        await stack.UpAsync(program => program.RegisterComponentAsync(
            "pair", request => request.Remote = true, "component:index:Pair", Map(("label", "x"), ("size", 1))));

        Assert.Empty(stack.Events.Errors);
        Assert.Equal(["pair", "pair-first", "pair-second"], stack.Names);
    }

    [Fact]
    public async Task Variable_ThatIsMalformed_IsReported()
    {
        var stack = StackOf("cloud");

        await stack.UpAsync(program => program.RegisterAsync("disk", type: "cloud:index:Disk"));

        var error = Assert.Single(stack.Events.Diagnostics);
        Assert.Equal((ErrorIds.PluginFailed, "'cloud' in PULUMI_DEBUG_PROVIDERS is not of the form name:port."), (error.Id, error.Message));
    }

    private static TestStack StackOf(string providers) =>
        new PluginStack("cloud", [], name => name == "PULUMI_DEBUG_PROVIDERS" ? providers : Environment.GetEnvironmentVariable(name)).Stack;
}
