using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Engine.Tests.State;

namespace Provisioning.Engine.Tests.Plans;

/// <summary>A stack whose updates are held to plans, which go through a file as they do for users.</summary>
internal sealed class PlannedStack
{
    private static readonly string[] Writes = ["Create", "Update", "Delete"];
    private readonly FakeSecretsManager secrets = new();

    public TestStack Stack { get; } = new();

    /// <summary>The file of the last plan.</summary>
    public string File { get; private set; } = "";

    /// <summary>What was changed in the cloud by the last operation.</summary>
    public IReadOnlyList<string> Changes => [.. Stack.Cloud.Calls.Where(call => Writes.Contains(call.Split(' ')[0]))];

    /// <summary>The errors of the last operation with their numbers.</summary>
    public IReadOnlyList<string> Errors => [.. Stack.Events.Diagnostics.Where(diagnostic => diagnostic.Id.Length > 0).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Urn?.Name}: {diagnostic.Message}")];

    /// <summary>Makes a plan by a preview.</summary>
    public async Task<UpdatePlan> PlanAsync(Func<TestProgram, Task> program, OperationOptions? options = null)
    {
        Stack.DraftsPlan = true;
        var preview = await Stack.PreviewAsync(program, options);
        Stack.DraftsPlan = false;
        Assert.Equal(OperationResult.Succeeded, preview.Result);
        var plan = new UpdatePlan(
            preview.Snapshot.Manifest, ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty, Assert.IsType<ImmutableDictionary<Urn, ResourcePlan>>(preview.Planned, exactMatch: false));
        var content = await new PlanWriter(secrets).WriteAsync(plan, default);
        File = Encoding.UTF8.GetString(content.Span);
        return await ReadAsync(File);
    }

    /// <summary>Reads the file of a plan.</summary>
    public Task<UpdatePlan> ReadAsync(string file) =>
        new PlanReader(new StackReference(TestStack.Project, TestStack.Name), secrets).ReadAsync(Encoding.UTF8.GetBytes(file), "plan.json", default);

    /// <summary>Updates under a plan.</summary>
    public async Task<OperationOutcome> UpAsync(UpdatePlan plan, Func<TestProgram, Task> program, OperationOptions? options = null)
    {
        Stack.Plan = plan;
        var outcome = await Stack.UpAsync(program, options);
        Stack.Plan = null;
        return outcome;
    }
}
