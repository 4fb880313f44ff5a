using Google.Protobuf;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Resources;

/// <summary>The requests that a program sends, and what becomes of the answers.</summary>
public sealed class RegistrationTests
{
    private const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";

    [Fact]
    public async Task MinimalProgram_SendsStackResourceOutputsAndSignal_InThisOrder()
    {
        var host = new Host();

        var code = await host.RunMainAsync(() => Deployment.RunAsync(() =>
            new Dictionary<string, object?> { ["id"] = new Thing("t", new() { Name = "n" }).Id }));

        Assert.Equal(0, code);
        Assert.Equal(
            [typeof(RegisterResourceRequest), typeof(RegisterResourceRequest), typeof(RegisterResourceOutputsRequest)],
            host.Monitor.Requests.Where(request => request is not SupportsFeatureRequest).Select(request => request.GetType()));
        Assert.Equal(
            new RegisterResourceRequest
            {
                Type = "pulumi:pulumi:Stack",
                Name = "proj-dev",
                Object = new(),
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsPartialValues = true,
                SupportsResultReporting = true,
            },
            host.Monitor.Registration("proj-dev"));
        Assert.Equal(
            new RegisterResourceRequest
            {
                Type = "pkg:index:Thing",
                Name = "t",
                Parent = StackUrn,
                Custom = true,
                Object = Json("""{ "name": "n" }"""),
                PropertyDependencies = { ["name"] = new() },
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsPartialValues = true,
                SupportsResultReporting = true,
            },
            host.Monitor.Registration("t"));
        Assert.Equal(
            new RegisterResourceOutputsRequest { Urn = StackUrn, Outputs = Json("""{ "id": "t-id" }""") },
            Assert.Single(host.Monitor.All<RegisterResourceOutputsRequest>()));
        Assert.Equal(1, host.Monitor.Signals);
    }

    [Fact]
    public async Task Features_AreAskedOncePerDeployment()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            for (var i = 0; i < 5; i++)
                _ = new Thing($"t{i}");
        });

        Assert.Equal("resourceReferences", Assert.Single(host.Monitor.All<SupportsFeatureRequest>()).Id);
    }

    [Fact]
    public async Task Registration_WaitsForItsInputs()
    {
        var gate = new TaskCompletionSource<string>();
        var host = new Host();
        var run = host.RunAsync(() =>
        {
            _ = new Thing("waits", new() { Name = Output.Create(gate.Task) });
            _ = new Thing("first");
        });

        Assert.Equal("first", host.Monitor.All<RegisterResourceRequest>()[^1].Name);
        gate.SetResult("n");
        await run;

        Assert.Equal("waits", host.Monitor.All<RegisterResourceRequest>()[^1].Name);
    }

    [Fact]
    public async Task Options_OfACustomResource_AreSent()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", options: new()
        {
            Protect = true,
            IgnoreChanges = { "a" },
            HideDiffs = { "b" },
            ReplaceOnChanges = { "c" },
            AdditionalSecretOutputs = { "d" },
            Version = "1.2.3",
            PluginDownloadURL = "https://plugins",
            DeleteBeforeReplace = false,
            ImportId = "import-me",
            RetainOnDelete = true,
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(1), Update = TimeSpan.FromMilliseconds(1.5) },
            DeletedWith = new Thing("other"),
            ReplaceWith = { new Thing("another") },
            ReplacementTrigger = 7,
        }));

        var request = host.Monitor.Registration("t");
        Assert.True(request.Protect);
        Assert.Equal(["a"], request.IgnoreChanges);
        Assert.Equal(["b"], request.HideDiffs);
        Assert.Equal(["c"], request.ReplaceOnChanges);
        Assert.Equal(["d"], request.AdditionalSecretOutputs);
        Assert.Equal(("1.2.3", "https://plugins"), (request.Version, request.PluginDownloadURL));
        Assert.Equal((false, true), (request.DeleteBeforeReplace, request.DeleteBeforeReplaceDefined));
        Assert.Equal("import-me", request.ImportId);
        Assert.True(request.RetainOnDelete);
        Assert.Equal(("60000000000ns", "1500000ns", ""), (request.CustomTimeouts.Create, request.CustomTimeouts.Update, request.CustomTimeouts.Delete));
        Assert.EndsWith("::other", request.DeletedWith, StringComparison.Ordinal);
        Assert.EndsWith("::another", Assert.Single(request.ReplaceWith), StringComparison.Ordinal);
        Assert.Equal(7, request.ReplacementTrigger.NumberValue);
    }

    [Fact]
    public async Task Options_ThatAreNotGiven_AreLeftToTheEngine()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t"));

        var request = host.Monitor.Registration("t");
        Assert.False(request.HasProtect);
        Assert.False(request.HasRetainOnDelete);
        Assert.False(request.DeleteBeforeReplaceDefined);
        Assert.Null(request.CustomTimeouts);
        Assert.Null(request.ReplacementTrigger);
    }

    [Fact]
    public async Task DeletedWith_EngineWithoutTheFeature_AsksForAnUpdate()
    {
        var host = new Host();
        host.Monitor.MissingFeatures.Add("deletedWith");

        Assert.Equal(32, await host.RunAsync(() => { _ = new Thing("t", options: new() { DeletedWith = new Thing("other") }); }));
        Assert.Contains("DeletedWith", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protect_OfAParent_IsInheritedUnlessOverridden()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var group = new Group("group", new() { Protect = true });
            _ = new Thing("open", options: new() { Parent = group, Protect = false });
        });

        Assert.True(host.Monitor.Registration("group-child").Protect);
        Assert.False(host.Monitor.Registration("open").Protect);
    }

    [Fact]
    public async Task Inputs_NamedUrnOrId_AreNotSent()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new CustomResource("pkg:index:Any", "t", new DictionaryResourceArgs(
            System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty.Add("id", "x").Add("urn", "y").Add("a", "z"))));

        Assert.Equal(Json("""{ "a": "z" }"""), host.Monitor.Registration("t").Object);
    }

    [Fact]
    public async Task ResourceReferences_EngineWithoutThem_GetsIdsAndUrns()
    {
        var host = new Host();
        host.Monitor.MissingFeatures.Add("resourceReferences");
        await host.SucceedAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("t", new() { Other = other });
        });

        var request = host.Monitor.Registration("t");
        Assert.Equal("other-id", request.Object.Fields["other"].StringValue);
        Assert.True(request.AcceptResources);
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("a:b:C", "")]
    public async Task TypeAndName_Empty_AreRejected(string type, string name) =>
        await new Host().SucceedAsync(() => Assert.Throws<ArgumentException>(() => new CustomResource(type, name, null)));

    [Fact]
    public async Task JsonInputs_OfAProvider_AreSentAsText()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Provider("p", new() { Region = "eu", Retries = 3, Accounts = new[] { "a", "b" } }));

        Assert.Equal(Json("""{ "accounts": "[\"a\",\"b\"]", "region": "eu", "retries": "3" }"""), host.Monitor.Registration("p").Object);
    }

    private static Google.Protobuf.WellKnownTypes.Struct Json(string json) => JsonParser.Default.Parse<Google.Protobuf.WellKnownTypes.Struct>(json);
}
