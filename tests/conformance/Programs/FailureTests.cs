using Provisioning.Conformance.Tests.Harness;
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

    private static OfficialStack Break(OfficialStack stack)
    {
        stack.Cloud.OnCreate = (request, _) => request.Name == "broken"
            ? throw new RpcException(RpcStatusCode.InvalidArgument, "The cloud does not want it.")
            : Task.FromResult<Pulumirpc.CreateResponse?>(null);
        return stack;
    }
}
