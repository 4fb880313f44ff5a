using System.Diagnostics;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs that fail, or whose resources do.</summary>
public sealed class FailureTests
{
    [NodeFact]
    public async Task AFailure_StopsWhatDependsOnItAndIsMendedByTheNextRun()
    {
        var stack = Break(new OfficialStack("failures"));

        await stack.UpAsync();
        stack.Cloud.OnCreate = null;
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task ContinueOnError_FinishesWhatDoesNotDependOnTheFailure()
    {
        var stack = Break(new OfficialStack("continue-on-error"));

        await stack.UpAsync(options: new OperationOptions { ContinueOnError = true });
        stack.Cloud.OnCreate = null;
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AProgramThatThrows_FailsTheRunAndKeepsWhatIsDone()
    {
        var stack = new OfficialStack("throws");

        await stack.UpAsync("before");
        await stack.UpAsync("syntax");
        await stack.UpAsync("run-error");
        await stack.UpAsync("after");
        await stack.UpAsync("rejects");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task ACrash_KeepsWhatIsDoneAndFailsTheRun()
    {
        var stack = new OfficialStack("crashes");

        await stack.UpAsync("exit");
        await stack.UpAsync("twice");
        await stack.UpAsync("provider");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AProgramThatIsKilled_LeavesNoResourceBehindThatTheStateDoesNotKnow()
    {
        var stack = new OfficialStack("crashes");
        stack.Cloud.OnCreate = async (request, _) =>
        {
            if (request.Name == "running")
            {
                using var program = Process.GetProcessById((int)request.Properties.Fields["size"].NumberValue);
                program.Kill();
                await program.WaitForExitAsync(CancellationToken.None);
            }

            return null;
        };

        var outcome = await stack.UpAsync("killed");

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([": The program failed with exit code 137."], stack.Events.Errors);
        Assert.Equal(["shop-dev", "done", "running"], stack.Stack.Names);
        Assert.Empty(outcome.Snapshot.PendingOperations);
    }

    [NodeFact]
    public async Task RequestsThatNoSdkSends_AreRefusedOneByOne()
    {
        var stack = new OfficialStack("wire");

        await stack.UpAsync("raw");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task APresumedProgram_IsSaidToBeMissing()
    {
        var stack = new OfficialStack("crashes");

        await stack.UpAsync("nowhere");
        await stack.UpAsync("below/nothing/index");

        Assert.Equal(
            [$": The program's folder '{Path.Combine(stack.Stack.RootDirectory, "below", "nothing")}' does not exist; check `main` in {Path.Combine(stack.Stack.RootDirectory, "Pulumi.yaml")}."],
            stack.Events.Errors);
    }

    [NodeFact]
    public async Task AnInterruptedProgram_IsAskedToEndFirst()
    {
        using var interruption = new CancellationTokenSource();
        var stack = new OfficialStack("interrupted");
        stack.Stack.OnEvent = published =>
        {
            if (published is EngineEvent.Diagnostic { Message: "waiting" })
                interruption.Cancel();
        };

        var outcome = await stack.Stack.RunAsync(Operation.Update, dryRun: false, stack.Program("index"), null, interruption.Token);

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Contains(stack.Events.Diagnostics, diagnostic => diagnostic.Message == "tidied up");
    }

    private static OfficialStack Break(OfficialStack stack)
    {
        stack.Cloud.OnCreate = (request, _) => request.Name == "broken"
            ? throw new RpcException(RpcStatusCode.InvalidArgument, "The cloud does not want it.")
            : Task.FromResult<Pulumirpc.CreateResponse?>(null);
        return stack;
    }
}
