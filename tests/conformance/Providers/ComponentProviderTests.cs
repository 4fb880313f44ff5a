using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Components that a plugin on the official Node.js provider server builds, by registering resources with our engine.</summary>
public sealed class ComponentProviderTests
{
    private const string PairType = "component:index:Pair";

    private readonly PluginStack plugins = new("component", "component");

    private TestStack Stack => plugins.Stack;

    [NodeFact]
    public async Task Component_OfAnOfficialProgram_IsBuiltWithItsChildrenAndCalled()
    {
        Stack.Config = Stack.Config.Add("shop:setting", "on");

        await plugins.SucceedAsync();

        Assert.Equal(["shop-dev", "source", "pair", "pair-first", "pair-second", "after"], Stack.Names);
        var outputs = Stack.Snapshot.Outputs;
        Assert.Equal("apples!", outputs["label"]);
        Assert.Equal(Secret("s3cret"), outputs["password"]);
        Assert.Equal(true, outputs["isProtected"]);
        Assert.Equal("on", outputs["setting"]);
        Assert.Equal("hello, apples!", outputs["greeting"]);
        Assert.Equal(Secret("psst, apples!"), outputs["whisper"]);
        Assert.Equal("hello, apples!", outputs["after"]);

        var pair = Stack.State("pair");
        Assert.False(pair.Custom);
        Assert.True(pair.Protect);
        Assert.Equal(pair.Urn, Stack.State("pair-first").Parent);
        Assert.Contains(Stack.State("source").Urn, Stack.State("pair-first").PropertyDependencies["name"]);
    }

    [NodeFact]
    public async Task Component_InAPreviewOfAnOfficialProgram_HasUnknownOutputs()
    {
        await plugins.SucceedAsync(dryRun: true);

        Assert.Contains("create pair-second", Stack.Events.Steps);
        Assert.Empty(plugins.Cloud.Resources);
    }

    [NodeFact]
    public async Task Construct_TellsWhatItsOutputsDependOn()
    {
        await Stack.UpAsync(async program =>
        {
            var pair = await program.RegisterComponentAsync("pair", request => request.Remote = true, PairType, Map(("label", "pears"), ("size", 1)));

            Assert.Equal("pears!", PropertyMarshaller.Unmarshal(pair.Object)["label"]);
            Assert.Equal([pair.Urn.Replace("Pair::pair", "Pair$test:index:Thing::pair-first", StringComparison.Ordinal)], pair.PropertyDependencies["label"].Urns);
        });

        Assert.Empty(Stack.Events.Errors);
    }

    [NodeFact]
    public async Task Construct_OfBadInputs_NamesThePropertyAndTheComponent()
    {
        var outcome = await Stack.UpAsync(program => program.RegisterComponentAsync("pair", request => request.Remote = true, PairType, Map(("label", "x"), ("size", 13))));

        Assert.Equal(Engine.Events.OperationResult.Failed, outcome.Result);
        Assert.Equal(["pair: The property 'size' is not valid: is unlucky"], Stack.Events.Errors);
    }

    [NodeFact]
    public async Task Construct_WhoseChildFails_IsReportedOnce()
    {
        plugins.Cloud.OnCreate = (request, _) => request.Name == "pair-first"
            ? throw new Protocol.Rpc.RpcException(Protocol.Rpc.RpcStatusCode.FailedPrecondition, "It broke.")
            : Task.FromResult<CreateResponse?>(null);

        await Stack.UpAsync(program => program.RegisterComponentAsync("pair", request => request.Remote = true, PairType, Map(("label", "x"), ("size", 1))));

        Assert.Equal(["pair-first: It broke."], Stack.Events.Errors);
        Assert.Equal(["pair"], Stack.Names);
    }

    [NodeFact]
    public async Task Call_ThatRefusesItsArguments_PassesTheReasonsOn()
    {
        await Stack.UpAsync(async program =>
        {
            var request = new ResourceCallRequest { Tok = $"{PairType}/greet", Args = TestProgram.Marshal(Map(("greeting", ""))) };

            var answer = await program.Context.Monitor.CallAsync(request, default);

            Assert.Equal("must not be empty", Assert.Single(answer.Failures).Reason);
        });

        Assert.Empty(Stack.Events.Errors);
    }

    [NodeFact]
    public async Task Call_SaysWhatItsResultDependsOn()
    {
        await Stack.UpAsync(async program =>
        {
            var thing = await program.RegisterAsync("thing");
            var label = new PropertyValue.OutputValue("pears", IsSecret: true, [thing.Urn]);
            var request = new ResourceCallRequest { Tok = $"{PairType}/greet", Args = TestProgram.Marshal(Map(("greeting", "hello"), ("label", label))) };

            var answer = await program.Context.Monitor.CallAsync(request, default);

            Assert.Equal(Secret("hello, pears"), PropertyMarshaller.Unmarshal(answer.Return)["text"]);
            Assert.Equal([thing.Urn], answer.ReturnDependencies["text"].Urns);
        });

        Assert.Empty(Stack.Events.Errors);
    }
}
