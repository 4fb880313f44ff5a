using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Functions;

public sealed class InvokeTests
{
    private const string Token = "pkg:index:getThing";

    [Fact]
    public async Task InvokeAsync_PlainArgs_GivesTheTypedResult()
    {
        var host = Returning("""{ "name": "found", "capacity": 3 }""");
        var result = await host.SucceedAsync(() => Deployment.Instance.InvokeAsync<SkuResponse>(
            Token, new GetThingArgs { Name = "n" }, new InvokeOptions { Version = "1.0.0", PluginDownloadURL = "https://plugins" }));

        Assert.Equal(("found", 3), (result.Name, result.Capacity));
        Assert.Equal(
            new ResourceInvokeRequest
            {
                Tok = Token,
                Args = new() { Fields = { ["name"] = Value.ForString("n") } },
                Version = "1.0.0",
                PluginDownloadURL = "https://plugins",
                AcceptResources = true,
            },
            Assert.Single(host.Monitor.All<ResourceInvokeRequest>()));
    }

    [Fact]
    public async Task InvokeAsync_ResultIgnored_StillCalls()
    {
        var host = new Host();
        await host.RunAsync(() => Deployment.Instance.InvokeAsync(Token, new GetThingArgs { Name = "n" }));

        Assert.Single(host.Monitor.All<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task InvokeSingleAsync_Result_IsTheOnlyMember() =>
        Assert.Equal("only", await Returning("""{ "value": "only" }""").SucceedAsync(() => Deployment.Instance.InvokeSingleAsync<string>(Token, InvokeArgs.Empty)));

    [Fact]
    public async Task Invoke_Inputs_AreAwaitedAndTheResultDependsOnThem()
    {
        var host = Returning("""{ "name": "found" }""");
        var (name, dependencies) = await host.SucceedAsync(async () =>
        {
            var result = Deployment.Instance.Invoke<SkuResponse>(Token, new GetThingInvokeArgs { Name = new Thing("source").Id });
            return ((await result.ValueAsync()).Name, await result.DependenciesAsync());
        });

        Assert.Equal("found", name);
        Assert.Equal(["source"], dependencies);
        Assert.Equal("source-id", Assert.Single(host.Monitor.All<ResourceInvokeRequest>()).Args.Fields["name"].StringValue);
    }

    [Fact]
    public async Task Invoke_UnknownArgs_IsUnknownWithoutACall()
    {
        var host = new Host { IsDryRun = true };
        var isKnown = await host.SucceedAsync(() => Deployment.Instance
            .Invoke<SkuResponse>(Token, new GetThingInvokeArgs { Name = OutputAssertions.Unknown<string>() })
            .IsKnownAsync());

        Assert.False(isKnown);
        Assert.Empty(host.Monitor.All<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task Invoke_ArgsFromAResourceThatDoesNotExistYet_IsUnknownWithoutACall()
    {
        var host = new Host
        {
            IsDryRun = true,
            Monitor = new()
            {
                OnRegister = (_, usual) =>
                {
                    usual.Id = "";
                    return Task.FromResult(usual);
                },
            },
        };
        var isKnown = await host.SucceedAsync(() => Deployment.Instance
            .Invoke<SkuResponse>(Token, new GetThingInvokeArgs { Name = new Thing("source", new() { Name = "n" }).Name! })
            .IsKnownAsync());

        Assert.False(isKnown);
        Assert.Empty(host.Monitor.All<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task Invoke_DependsOn_WaitsAndDependsOnTheResourcesInside()
    {
        var host = Returning("""{ "name": "found" }""");
        var dependencies = await host.SucceedAsync(() => Deployment.Instance
            .Invoke<SkuResponse>(Token, new GetThingInvokeArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { new Group("group") } })
            .DependenciesAsync());

        Assert.Equal(["group-child"], dependencies);
    }

    [Fact]
    public async Task Invoke_SecretInTheResult_IsSecret()
    {
        var host = Returning("""{ "name": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "s" } }""");

        Assert.True(await host.SucceedAsync(() => Deployment.Instance.Invoke<SkuResponse>(Token, InvokeArgs.Empty).IsSecretAsync()));
    }

    [Fact]
    public async Task Invoke_SecretArgs_MakeTheResultSecret()
    {
        var host = Returning("""{ "name": "public" }""");

        Assert.True(await host.SucceedAsync(() => Deployment.Instance
            .Invoke<SkuResponse>(Token, new GetThingInvokeArgs { Name = Output.CreateSecret("s") })
            .IsSecretAsync()));
    }

    [Fact]
    public async Task InvokeSingle_Output_IsTheOnlyMember() =>
        Assert.Equal(2.5, await Returning("""{ "v": 2.5 }""").SucceedAsync(() => Deployment.Instance.InvokeSingle<double>(Token, InvokeArgs.Empty).ValueAsync()));

    [Fact]
    public async Task Invoke_NullArgs_AreEmpty()
    {
        var host = new Host();
        await host.SucceedAsync(() => Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(Token, null!).ValueAsync());

        Assert.Empty(Assert.Single(host.Monitor.All<ResourceInvokeRequest>()).Args.Fields);
    }

    [Fact]
    public async Task Invoke_ResultUnknownToTheEngine_IsUnknown()
    {
        var host = new Host { Monitor = new() { OnInvoke = _ => new() { Unknown = true } } };

        Assert.False(await host.SucceedAsync(() => Deployment.Instance.Invoke<SkuResponse>(Token, InvokeArgs.Empty).IsKnownAsync()));
    }

    [Fact]
    public async Task Invoke_Failures_NameTokenReasonAndProperty()
    {
        var host = new Host
        {
            Monitor = new()
            {
                OnInvoke = _ => new() { Failures = { new CheckFailure { Property = "name", Reason = "too long" }, new CheckFailure { Reason = "no access" } } },
            },
        };

        Assert.Equal(32, await host.RunAsync(() => { Deployment.Instance.Invoke<SkuResponse>(Token, InvokeArgs.Empty); }));
        Assert.Equal([$"Invoke of '{Token}' failed: too long (name); no access"], host.Engine.Errors);
    }

    [Fact]
    public async Task Invoke_RejectedByTheEngine_NamesTokenAndReason()
    {
        var host = new Host { Monitor = new() { OnInvoke = _ => throw new RpcException(RpcStatusCode.Unknown, "no plugin", []) } };

        Assert.Equal(32, await host.RunAsync(() => { Deployment.Instance.Invoke<SkuResponse>(Token, InvokeArgs.Empty); }));
        Assert.Equal([$"Invoke of '{Token}' failed: no plugin"], host.Engine.Errors);
    }

    [Fact]
    public async Task Provider_OfTheParent_IsUsedForItsPackage()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var group = new Group("group", new() { Providers = { new Provider("p") } });
            Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(Token, InvokeArgs.Empty, new InvokeOptions { Parent = group });
        });

        Assert.EndsWith("::p::p-id", Assert.Single(host.Monitor.All<ResourceInvokeRequest>()).Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DictionaryArgs_AreSentAsTheyAre()
    {
        var host = new Host();
        var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("a", 1));
        await host.SucceedAsync(() => Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>(Token, args));

        Assert.Equal("""{ "a": 1 }""", $"{Assert.Single(host.Monitor.All<ResourceInvokeRequest>()).Args}");
    }

    [Fact]
    public async Task Call_Self_IsSentWithItsDependencies()
    {
        var host = new Host { Monitor = new() { OnCall = _ => new() { Return = Json("""{ "name": "called" }""") } } };
        var name = await host.SucceedAsync(async () =>
            (await Deployment.Instance.Call<SkuResponse>("pkg:index:Thing/rename", new RenameArgs { To = new Thing("source").Id }, new Thing("self")).ValueAsync()).Name);

        var request = Assert.Single(host.Monitor.All<ResourceCallRequest>());
        Assert.Equal("called", name);
        Assert.EndsWith("::self", request.Args.Fields["__self__"].StructValue.Fields["urn"].StringValue, StringComparison.Ordinal);
        Assert.EndsWith("::source", Assert.Single(request.ArgDependencies["to"].Urns), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ReturnDependencies_AreThoseOfTheResult()
    {
        var host = new Host
        {
            Monitor = new()
            {
                OnCall = _ => new()
                {
                    Return = Json("""{ "name": "n" }"""),
                    ReturnDependencies = { ["name"] = new() { Urns = { "urn:pulumi:dev::proj::a:b:C::far" } } },
                },
            },
        };

        Assert.Equal(["far"], await host.SucceedAsync(() => Deployment.Instance.Call<SkuResponse>("t", CallArgs.Empty).DependenciesAsync()));
    }

    private static Host Returning(string json) => new() { Monitor = new() { OnInvoke = _ => new() { Return = Json(json) } } };

    private static Struct Json(string json) => JsonParser.Default.Parse<Struct>(json);

    private sealed class GetThingArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public string Name { get; set; } = null!;
    }

    private sealed class GetThingInvokeArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }

    private sealed class RenameArgs : CallArgs
    {
        [Input("to")]
        public Input<string>? To { get; set; }
    }
}
