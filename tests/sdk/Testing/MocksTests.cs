using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Testing;

/// <summary>Programs that run against mocks.</summary>
public sealed class MocksTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public async Task TestAsync_StackClass_GivesAllResourcesInOrder()
    {
        var resources = await Deployment.TestAsync<ThingStack>(new RecordingMocks(), Update);

        Assert.Equal(["project-stack", "t", "u"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal("named", await resources.OfType<Thing>().First().Name.ValueAsync());
    }

    [Fact]
    public async Task TestAsync_Function_GivesItsOutputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Update, () =>
            new Dictionary<string, object?> { ["id"] = new Thing("t").Id });

        Assert.Equal(2, resources.Length);
        Assert.Equal("t-id", await Assert.IsType<Output<string>>(outputs["id"]).ValueAsync());
    }

    [Fact]
    public async Task TestAsync_Actions_GiveTheResources()
    {
        var synchronous = await Deployment.TestAsync(new RecordingMocks(), Update, () => { _ = new Thing("t"); });
        var asynchronous = await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Yield();
            _ = new Thing("t");
        });

        Assert.Equal(2, synchronous.Length);
        Assert.Equal(2, asynchronous.Length);
    }

    [Fact]
    public async Task TestAsync_Defaults_ArePreviewAndFixedNames()
    {
        DeploymentInstance? instance = null;
        await Deployment.TestAsync(new RecordingMocks(), new(), () => { instance = Deployment.Instance; });

        Assert.Equal(("project", "stack", "organization", true), (instance?.ProjectName, instance?.StackName, instance?.OrganizationName, instance?.IsDryRun));
    }

    [Fact]
    public async Task TestAsync_InAPreview_LeavesWhatMocksDoNotGiveUnknown()
    {
        var resources = await Deployment.TestAsync<ThingStack>(new RecordingMocks());

        Assert.False(await resources.OfType<Thing>().First().Size.IsKnownAsync());
    }

    [Fact]
    public async Task NewResource_Inputs_ArePlainKnownValues()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, new(), () =>
        {
            _ = new Thing("t", new()
            {
                Name = Output.CreateSecret("s"),
                Size = OutputAssertions.Unknown<int>(),
                Zones = { "1" },
                Tags = { ["k"] = "v" },
                Anything = 2,
            });
        });

        var inputs = Assert.Single(mocks.Resources).Inputs;
        Assert.Equal(["anything", "name", "tags", "zones"], inputs.Keys.Order());
        Assert.Equal("s", inputs["name"]);
        Assert.Equal(2.0, inputs["anything"]);
        Assert.Equal(["1"], (IEnumerable<object>)(ImmutableArray<object>)inputs["zones"]);
        Assert.Equal("v", ((ImmutableDictionary<string, object>)inputs["tags"])["k"]);
    }

    [Fact]
    public async Task NewResource_Args_TellTypeNameProviderAndId()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, Update, () =>
        {
            _ = new Thing("created", options: new() { Provider = new Provider("p") });
            _ = new Thing("read", options: new() { Id = "its-id" });
            _ = new Thing("imported", options: new() { ImportId = "import-id" });
        });

        var byName = mocks.Resources.ToDictionary(resource => resource.Name ?? "");
        Assert.Equal("pkg:index:Thing", byName["created"].Type);
        Assert.EndsWith("::p::p-id", byName["created"].Provider, StringComparison.Ordinal);
        Assert.Equal("", byName["created"].Id);
        Assert.Equal("its-id", byName["read"].Id);
        Assert.Equal("import-id", byName["imported"].Id);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", false)]
    [InlineData("x", true)]
    public async Task NewResource_Id_NullIsTheImportIdAndEmptyIsUnknown(string? id, bool isKnown)
    {
        var mocks = new RecordingMocks { Answer = args => (id, args.Inputs) };
        var resources = await Deployment.TestAsync(mocks, Update, () => { _ = new Thing("t", options: new() { ImportId = "import-id" }); });

        var output = resources.OfType<Thing>().Single().Id;
        Assert.Equal(isKnown, await output.IsKnownAsync());
        Assert.Equal(id ?? "import-id", await output.ValueAsync());
    }

    [Fact]
    public async Task NewResource_State_MayHoldSecretsAndBeAnyMap()
    {
        var mocks = new RecordingMocks { Answer = _ => ("id", new Dictionary<string, object> { ["name"] = Output.CreateSecret("s"), ["size"] = 3 }) };
        var resources = await Deployment.TestAsync(mocks, Update, () => { _ = new Thing("t"); });

        var thing = resources.OfType<Thing>().Single();
        Assert.True(await thing.Name.IsSecretAsync());
        Assert.Equal(3, await thing.Size.ValueAsync());
    }

    [Fact]
    public async Task NewResource_State_MayBeAnArgsObject()
    {
        var mocks = new RecordingMocks { Answer = _ => ("id", new ThingArgs { Name = "from args" }) };
        var resources = await Deployment.TestAsync(mocks, Update, () => { _ = new Thing("t"); });

        Assert.Equal("from args", await resources.OfType<Thing>().Single().Name.ValueAsync());
    }

    [Fact]
    public async Task Urn_OfMocks_KeepsTheOutermostParentType()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), new() { ProjectName = "p", StackName = "s", IsPreview = false }, () =>
        {
            var outer = new Group("outer", withChild: false);
            _ = new Group("inner", new() { Parent = outer });
        });

        var urn = await resources.Single(resource => resource.GetResourceName() == "inner-child").Urn.ValueAsync();
        Assert.Equal("urn:pulumi:s::p::pulumi:pulumi:Stack$pkg:index:Thing::inner-child", urn);
    }

    [Fact]
    public async Task Call_Args_AreAnsweredByTheMocks()
    {
        var mocks = new RecordingMocks { Result = args => new Dictionary<string, object> { ["name"] = $"{args.Token} of {args.Args["name"]}" } };
        var name = "";
        await Deployment.TestAsync(mocks, Update, async () =>
        {
            var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("name", Output.CreateSecret("n")));
            name = (await Deployment.Instance.InvokeAsync<SkuResponse>("pkg:index:get", args)).Name;
        });

        Assert.Equal("pkg:index:get of n", name);
    }

    [Fact]
    public async Task GetResource_IsAnsweredFromWhatIsRegistered()
    {
        var name = "";
        await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            var urn = await new Thing("t", new() { Name = "registered" }).Urn.ValueAsync();
            name = await new Thing("t", options: new() { Urn = urn }).Name.ValueAsync();
        });

        Assert.Equal("registered", name);
    }

    [Fact]
    public async Task RegisterResourceOutputs_Component_ReachesTheMocks()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, Update, () => new Group("group").Complete(new Dictionary<string, object?> { ["a"] = Output.CreateSecret("s") }));

        var request = mocks.Completed.Single(completed => completed.Urn?.EndsWith("::group", StringComparison.Ordinal) == true);
        Assert.Equal("s", await request.Outputs["a"].ValueAsync());
        Assert.True(await request.Outputs["a"].IsSecretAsync());
    }

    [Fact]
    public async Task TestAsync_OneFailure_ThrowsARunException() =>
        Assert.Equal(
            "Set the region.",
            (await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new RecordingMocks(), Update, new Action(() => throw new RunException("Set the region."))))).Message);

    [Fact]
    public async Task TestAsync_SeveralLoggedErrors_ThrowsThemAll()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new RecordingMocks(), Update, () =>
        {
            Log.Error("one");
            Log.Error("two");
        }));

        Assert.Equal(["one", "two"], failure.InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public async Task TestAsync_MockThatThrows_FailsTheTestWithItsMessage()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new FormatException("bad mock") };

        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(mocks, Update, () => { _ = new Thing("t"); }));
        Assert.Contains("bad mock", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestWithServiceProviderAsync_Stack_IsResolved()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<ThingStack>(new RecordingMocks(), new Services(), Update);

        Assert.Equal(2, resources.OfType<Thing>().Count());
    }

    [Fact]
    public async Task EmptyMocks_EchoInputs()
    {
        var resources = await Deployment.TestAsync<ThingStack>(new EmptyMocks(), Update);

        Assert.Equal("named", await resources.OfType<Thing>().First().Name.ValueAsync());
    }

    private sealed class RecordingMocks : IMocks
    {
        public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

        public ConcurrentQueue<MockRegisterResourceOutputsRequest> Completed { get; } = new();

        public Func<MockResourceArgs, (string? Id, object State)> Answer { get; init; } = args => ($"{args.Name}-id", args.Inputs);

        public Func<MockCallArgs, object> Result { get; init; } = args => args.Args;

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Resources.Enqueue(args);
            return Task.FromResult(Answer(args));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Result(args));

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            Completed.Enqueue(args);
            return Task.CompletedTask;
        }
    }

    private sealed class ThingStack : Stack
    {
        public ThingStack()
        {
            _ = new Thing("t", new() { Name = "named" });
            _ = new Thing("u");
        }
    }

    private sealed class Services : IServiceProvider
    {
        public object GetService(System.Type serviceType) => new ThingStack();
    }
}
