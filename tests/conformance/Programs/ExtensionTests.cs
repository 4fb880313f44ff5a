using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs that change registrations and calls, watch operations, or name their packages.</summary>
public sealed class ExtensionTests
{
    [NodeFact]
    public async Task Transforms_RunFromTheResourceToTheStack()
    {
        var stack = new OfficialStack("transforms");

        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.UpAsync();
        await stack.UpAsync("failing");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Transformations_AreTheProgramsOwn()
    {
        var stack = new OfficialStack("transformations");

        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task InvokeTransforms_ChangeArgumentsAndProvider()
    {
        var stack = new OfficialStack("invoke-transforms");

        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Hooks_AreCalledAroundOperationsUntilTheLastDeletion()
    {
        var stack = new OfficialStack("hooks").Configure("shop:size", "1");

        await stack.PreviewAsync();
        await stack.UpAsync();
        stack.Configure("shop:size", "2");
        await stack.UpAsync();
        await stack.DestroyAsync(new() { Targets = ["**::hooked"] });
        stack.Configure("shop:present", "false");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task HooksThatFail_FailWhatTheyAreCalledFor()
    {
        var stack = new OfficialStack("hooks");

        await stack.UpAsync("failing", new() { ContinueOnError = true });

        Assert.Contains("late-1", stack.Cloud.Resources.Keys);
        Assert.DoesNotContain("prevented-1", stack.Cloud.Resources.Keys);
        Assert.Equal(
            ["late: Its AfterCreate hook 'late' failed: not now", "prevented: Its BeforeCreate hook 'strict' failed: not now"],
            stack.Events.Errors.Where(error => error.Contains("hook")).Order());
        Assert.Equal(["tolerated: Its BeforeCreate hook 'ignored' failed: not now"], stack.Events.Warnings);
    }

    [NodeFact]
    public async Task AnErrorHook_DecidesWhetherToTryAgain()
    {
        var stack = new OfficialStack("error-hooks").Configure("shop:attempts", "2");
        var failures = 0;
        stack.Cloud.OnCreate = (_, _) => failures++ < 2
            ? throw new RpcException(RpcStatusCode.ResourceExhausted, $"Come back later ({failures}).")
            : Task.FromResult<CreateResponse?>(null);

        await stack.UpAsync();
        failures = 0;
        stack.Configure("shop:attempts", "3");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Packages_SayWhichPluginServesThem()
    {
        var stack = new OfficialStack("packages");
        stack.Cloud.OnInvoke = request => Task.FromResult(new InvokeResponse { Return = new Struct { Fields = { ["text"] = request.Args.Fields["text"] } } });

        await stack.UpAsync();

        Assert.Equal(["test@1.2.0", "test@1.2.0"], stack.Stack.Loader.Loaded);
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AStash_KeepsItsFirstValue()
    {
        var stack = new OfficialStack("stash").Configure("shop:value", "first");

        await stack.UpAsync();
        stack.Configure("shop:value", "second");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AnEsModule_ExportsItsOutputs()
    {
        var stack = new OfficialStack("esm");

        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task TypeScript_IsCompiledAsItIsLoaded()
    {
        var stack = new OfficialStack("typescript");

        await stack.UpAsync("index.ts");

        stack.AssertExpected();
    }
}
