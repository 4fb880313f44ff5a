using System.Collections.Immutable;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plugins;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Resources that an official Node.js program implements itself, served by the provider of its SDK.</summary>
public sealed class DynamicResourceTests
{
    private readonly Project project = NodeWorkspace.Project("dynamic");
    private readonly TestStack stack;

    public DynamicResourceTests() => stack = new TestStack
    {
        RootDirectory = project.RootDirectory,
        Plugins = new PluginProviderLoader(project, Environment.GetEnvironmentVariable, TimeProvider.System),
    };

    [NodeFact]
    public async Task Resource_LivesThroughCreateUpdateReplaceAndDelete()
    {
        await UpAsync(size: 1);
        Assert.Equal(["create disk"], Steps);
        Assert.Equal("disk-a", stack.Snapshot.Outputs["id"]);
        Assert.Equal("created", stack.Snapshot.Outputs["made"]);

        await UpAsync(size: 2);
        Assert.Equal(["update disk"], Steps);
        Assert.Equal("updated from 1", stack.Snapshot.Outputs["made"]);

        await UpAsync(size: 2);
        Assert.Equal(["same disk"], Steps);

        await UpAsync(size: 2, zone: "b");
        Assert.Equal(["create-replacement disk", "replace disk", "delete-replaced disk"], Steps);
        Assert.Equal("disk-b", stack.State("disk").Id);

        await stack.DestroyAsync();
        Assert.Empty(stack.Events.Errors);
        Assert.Empty(stack.Snapshot.Resources);
    }

    private IReadOnlyList<string> Steps => [.. stack.Events.Steps.Where(step => step.EndsWith(" disk", StringComparison.Ordinal))];

    private async Task UpAsync(int? size, string zone = "a")
    {
        stack.Config = ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["shop:password"] = "s3cret", ["shop:zone"] = zone });
        if (size is { } number)
            stack.Config = stack.Config.Add("shop:size", $"{number}");
        stack.ConfigSecretKeys = ["shop:password"];
        var outcome = await stack.RunAsync(Operation.Update, dryRun: false, new NodejsProgram(project), null, default);
        Assert.Empty(stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }
}
