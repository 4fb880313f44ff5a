using System.Collections.Immutable;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>
/// Resources that an official Node.js program implements itself, served by the provider of its SDK, which accepts neither
/// secrets nor previews.
/// </summary>
public sealed class DynamicResourceTests
{
    private readonly PluginStack plugins = new("dynamic");

    private TestStack Stack => plugins.Stack;

    [NodeFact]
    public async Task Resource_LivesThroughPreviewCreateUpdateReplaceRefreshAndDelete()
    {
        await UpAsync(size: 1, dryRun: true);
        Assert.Equal(["create disk"], Steps);
        Assert.Equal(1d, Stack.Events.DoneMetadata("create disk").New?.Outputs["size"]);

        await UpAsync(size: 1);
        Assert.Equal(["create disk"], Steps);
        Assert.Equal("disk-a", Stack.Snapshot.Outputs["id"]);
        Assert.Equal("created", Stack.Snapshot.Outputs["made"]);
        Assert.Equal("GiB", Stack.Snapshot.Outputs["unit"]);
        Assert.IsType<PropertyValue.SecretValue>(Stack.State("disk").Inputs["__provider"]);
        Assert.IsType<PropertyValue.SecretValue>(Stack.State("disk").Outputs["__provider"]);
        Assert.Equal(Secret("s3cret"), Stack.State("disk").Outputs["key"]);

        await UpAsync(size: 2);
        Assert.Equal(["update disk"], Steps);
        Assert.Equal("updated from 1", Stack.Snapshot.Outputs["made"]);

        await UpAsync(size: 2, zone: "b");
        Assert.Equal(["create-replacement disk", "replace disk", "delete-replaced disk"], Steps);
        Assert.Equal("disk-b", Stack.State("disk").Id);

        await Stack.RefreshAsync();
        Assert.Equal("read", Stack.State("disk").Outputs["made"]);

        await Stack.DestroyAsync();
        Assert.Empty(Stack.Events.Errors);
        Assert.Empty(Stack.Snapshot.Resources);
    }

    [NodeTheory]
    [InlineData(-1, "must not be negative")]
    [InlineData(13, "13 is unlucky")]
    public async Task Resource_ThatIsRefusedOrFails_IsReported(int size, string message)
    {
        var outcome = await RunAsync(size);

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Contains(message, Assert.Single(Stack.Events.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("disk", Stack.Names);
    }

    [NodeFact]
    public async Task Resource_ThatIsHalfDone_IsCompletedByTheNextRun_AndStaysWhenItCannotBeDeleted()
    {
        await RunAsync(size: 14);
        Assert.Equal(["disk: it does not spin"], Stack.Events.Errors);
        Assert.Equal("disk-half", Stack.State("disk").Id);

        await UpAsync(size: 99);
        Assert.Equal(["update disk"], Steps);

        await Stack.DestroyAsync();
        Assert.Contains("disk-half is in use", Assert.Single(Stack.Events.Errors), StringComparison.Ordinal);
        Assert.Equal("disk-half", Stack.State("disk").Id);
    }

    private IReadOnlyList<string> Steps => [.. Stack.Events.Steps.Where(step => step.EndsWith(" disk", StringComparison.Ordinal))];

    private Task<OperationOutcome> RunAsync(int size, string zone = "a", bool dryRun = false)
    {
        Stack.Config = ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["shop:password"] = "s3cret", ["shop:zone"] = zone, ["shop:size"] = $"{size}" });
        Stack.ConfigSecretKeys = ["shop:password"];
        return plugins.RunProgramAsync(dryRun);
    }

    private async Task UpAsync(int size, string zone = "a", bool dryRun = false)
    {
        var outcome = await RunAsync(size, zone, dryRun);
        Assert.Empty(Stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }
}
