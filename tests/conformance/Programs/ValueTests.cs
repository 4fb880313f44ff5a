using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs whose values come from, and go to, everywhere.</summary>
public sealed class ValueTests
{
    [NodeFact]
    public async Task Secrets_StaySecretOnEveryWay()
    {
        var stack = new OfficialStack("secrets").Configure("shop:token", "t0ken", secret: true);

        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task StackReferences_ReadTheOutputsOfOtherStacks()
    {
        var stack = new OfficialStack("stack-references");
        stack.Stack.OtherStacks["organization/base/dev"] =
        [
            KeyValuePair.Create<string, PropertyValue>("network", "10.0.0.0/8"),
            KeyValuePair.Create<string, PropertyValue>("zone", "3"),
            KeyValuePair.Create<string, PropertyValue>("password", new PropertyValue.SecretValue("s3cret")),
        ];

        await stack.UpAsync();
        await stack.UpAsync("required");
        await stack.UpAsync("missing");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Functions_AreCalledWithPlainValuesOutputsAndAfterResources()
    {
        var stack = new OfficialStack("invokes");
        stack.Cloud.OnInvoke = request => request.Tok switch
        {
            "test:index:single" => Task.FromResult(new InvokeResponse { Return = new Struct { Fields = { ["only"] = request.Args.Fields["text"] } } }),
            "test:index:refuse" => Task.FromResult(new InvokeResponse { Failures = { new CheckFailure { Property = "text", Reason = "must not be x" } } }),
            "test:index:fail" => throw new RpcException(RpcStatusCode.NotFound, "There is nothing to be found."),
            _ => Task.FromResult(new InvokeResponse { Return = request.Args }),
        };

        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.UpAsync("refused");
        await stack.UpAsync("failing");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Assets_AreHashed()
    {
        var stack = new OfficialStack("assets");

        await stack.UpAsync();
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Configuration_IsTypedAndSecret()
    {
        var stack = new OfficialStack("config")
            .Configure("shop:name", "n")
            .Configure("shop:count", "3")
            .Configure("shop:enabled", "true")
            .Configure("shop:tags", """{"a":["b"]}""")
            .Configure("shop:password", "p4ss", secret: true)
            .Configure("shop:credentials", """{"user":"u"}""", secret: true)
            .Configure("test:region", "west");

        await stack.UpAsync();
        await stack.UpAsync("missing");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AProgram_KnowsItsDeployment()
    {
        var stack = new OfficialStack("metadata");

        await stack.PreviewAsync();
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Messages_ReachTheUser()
    {
        var stack = new OfficialStack("log");

        await stack.UpAsync();
        await stack.UpAsync("error");

        stack.AssertExpected();
    }
}
