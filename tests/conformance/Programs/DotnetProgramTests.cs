using System.Collections.Immutable;
using Provisioning.Conformance.Tests.Sdk;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Prebuilt .NET programs in processes of their own, which find the engine over gRPC.</summary>
public sealed class DotnetProgramTests
{
    /// <summary>Programs inherit the variables of the process that runs the tests.</summary>
    static DotnetProgramTests() => Environment.SetEnvironmentVariable("SCENARIO", "outputs");

    [Fact]
    public async Task Outputs_OfAPrebuiltProgram_ReachTheState()
    {
        var stack = new TestStack { RootDirectory = AppContext.BaseDirectory };

        var outcome = await stack.RunAsync(Operation.Update, dryRun: false, Program(Prebuilt), null, default);

        Assert.Empty(stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal("thing-1", stack.Snapshot.Outputs["id"]);
        Assert.IsType<PropertyValue.SecretValue>(stack.Snapshot.Outputs["hidden"]);
    }

    [Fact]
    public async Task AMissingBinary_IsNamed()
    {
        var stack = new TestStack { RootDirectory = AppContext.BaseDirectory };

        await stack.RunAsync(Operation.Update, dryRun: false, Program("bin/nowhere.dll"), null, default);

        Assert.Equal(
            [$": The prebuilt program '{Path.Combine(AppContext.BaseDirectory, "bin", "nowhere.dll")}' does not exist; build it, or correct the runtime option `binary` in Pulumi.yaml."],
            stack.Events.Errors);
    }

    private static DotnetProgram Program(string binary) => new(new Project
    {
        Path = Path.Combine(AppContext.BaseDirectory, "Pulumi.yaml"),
        Name = TestStack.Project,
        Runtime = new ProjectRuntime("dotnet", ImmutableSortedDictionary<string, string>.Empty.Add("binary", binary)),
    });

    private static string Prebuilt => ProgramRun.Built("tests/conformance/program", "Provisioning.Conformance.Program.dll");
}
