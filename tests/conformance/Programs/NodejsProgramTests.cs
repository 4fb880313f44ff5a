using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Programs of the official Node.js SDK run on our engine.</summary>
public sealed class NodejsProgramTests
{
    [NodeFact]
    public async Task Outputs_OfAProgram_ReachTheState()
    {
        var stack = new TestStack { RootDirectory = Path.Combine(NodeWorkspace.Directory, "programs", "outputs") };
        var program = new NodejsProgram(new Project { Path = Path.Combine(stack.RootDirectory, "Pulumi.yaml"), Name = TestStack.Project });

        var outcome = await stack.RunAsync(Operation.Update, dryRun: false, program, null, default);

        Assert.Empty(stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal<PropertyValue>(new PropertyValue.SecretValue("s3cret"), stack.Snapshot.Outputs["password"]);
    }
}
