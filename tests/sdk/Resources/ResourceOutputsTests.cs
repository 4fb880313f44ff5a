using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Resources;

/// <summary>What the outputs of a resource become.</summary>
public sealed class ResourceOutputsTests
{
    [Fact]
    public async Task Outputs_InTheAnswer_AreKnownAndDependOnTheResource()
    {
        var (value, dependencies) = await new Host().SucceedAsync(async () =>
        {
            var thing = new Thing("t", new() { Name = "n" });
            return (await thing.Name.ValueAsync(), await thing.Name.DependenciesAsync());
        });

        Assert.Equal("n", value);
        Assert.Equal(["t"], dependencies);
    }

    [Fact]
    public async Task Outputs_MissingInAnUpdate_AreKnownDefaults()
    {
        var (size, isKnown) = await new Host().SucceedAsync(async () =>
        {
            var thing = new Thing("t");
            return (await thing.Size.ValueAsync(), await thing.Size.IsKnownAsync());
        });

        Assert.Equal((0, true), (size, isKnown));
    }

    [Fact]
    public async Task Outputs_MissingInAPreview_AreUnknown() =>
        Assert.False(await new Host { IsDryRun = true }.SucceedAsync(() => new Thing("t").Size.IsKnownAsync()));

    [Theory]
    [InlineData(Result.Fail)]
    [InlineData(Result.Skip)]
    public async Task Outputs_OfAFailedOrSkippedResource_AreUnknown(Result result)
    {
        var host = Answering(response => response.Result = result);

        Assert.False(await host.SucceedAsync(() => new Thing("t").Size.IsKnownAsync()));
    }

    [Fact]
    public async Task Outputs_OfAResourceThatIsNoTarget_AreUnknown()
    {
        var host = Answering(response => response.Unknown = true);

        Assert.False(await host.SucceedAsync(() => new Thing("t").Size.IsKnownAsync()));
    }

    [Fact]
    public async Task Id_Empty_IsUnknown()
    {
        var host = Answering(response => response.Id = "");

        Assert.False(await host.SucceedAsync(() => new Thing("t").Id.IsKnownAsync()));
    }

    [Fact]
    public async Task Outputs_OfSecretInputs_AreSecret() =>
        Assert.True(await new Host().SucceedAsync(() => new Thing("t", new() { Name = Output.CreateSecret("s") }).Name.IsSecretAsync()));

    [Fact]
    public async Task Outputs_OfAnotherType_AreDefaultsWithAWarningThatHidesTheValue()
    {
        var host = Answering(response => response.Object.Fields["size"] = Value.ForString("huge"));

        Assert.Equal(0, await host.SucceedAsync(() => new Thing("t").Size.ValueAsync()));
        var warning = Assert.Single(host.Engine.Logged, request => request.Severity == LogSeverity.Warning);
        Assert.Contains("Thing.size is a string", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith("::t", warning.Urn, StringComparison.Ordinal);
        Assert.DoesNotContain("huge", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_OfAFailedRegistration_FailWithTheReason()
    {
        var host = new Host { Monitor = new() { OnRegister = (request, usual) => request.Custom ? throw new RpcException(RpcStatusCode.InvalidArgument, "bad size", []) : Task.FromResult(usual) } };
        Exception? failure = null;

        var code = await host.RunAsync(async () => failure = await Record.ExceptionAsync(() => new Thing("t").Size.ValueAsync()));

        Assert.Equal(32, code);
        Assert.Contains("The engine rejected 't' (pkg:index:Thing): bad size", Assert.IsType<ResourceException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PropertyDependencies_InTheAnswer_AreAdded()
    {
        var host = Answering(response => response.PropertyDependencies["name"] = new() { Urns = { "urn:pulumi:dev::proj::a:b:C::far" } });

        Assert.Equal(["far", "t"], await host.SucceedAsync(() => new Thing("t").Name.DependenciesAsync()));
    }

    [Fact]
    public async Task Property_WithoutOutputType_IsRejectedByName() =>
        await new Host().SucceedAsync(() => Assert.Contains("Wrong", Assert.Throws<RunException>(() => new NoOutput()).Message, StringComparison.Ordinal));

    [Fact]
    public async Task Property_WithoutSetter_IsRejectedByName() =>
        await new Host().SucceedAsync(() => Assert.Contains("NoSetter.Fixed", Assert.Throws<InvalidOperationException>(() => new NoSetter()).Message, StringComparison.Ordinal));

    [Fact]
    public async Task Property_OfAnUnreadableType_IsRejectedByName() =>
        await new Host().SucceedAsync(() => Assert.Contains("Unreadable.When", Assert.Throws<InvalidOperationException>(() => new Unreadable()).Message, StringComparison.Ordinal));

    private static Host Answering(Action<RegisterResourceResponse> change) => new()
    {
        Monitor = new()
        {
            OnRegister = (request, usual) =>
            {
                if (request.Custom)
                    change(usual);
                return Task.FromResult(usual);
            },
        },
    };

    private sealed class NoOutput() : CustomResource("a:b:C", "n", null)
    {
        [Output("wrong")]
        public string Wrong { get; set; } = "";
    }

    private sealed class NoSetter() : CustomResource("a:b:C", "n", null)
    {
        [Output("fixed")]
        public Output<string> Fixed { get; } = Output.Create("");
    }

    private sealed class Unreadable() : CustomResource("a:b:C", "n", null)
    {
        [Output("when")]
        public Output<DateTime> When { get; set; } = null!;
    }
}
