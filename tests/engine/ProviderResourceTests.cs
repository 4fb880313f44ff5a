using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Providers are resources: declared by the program, or by the engine when the program names none.</summary>
public sealed class ProviderResourceTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task The_default_provider_is_named_after_its_version_and_not_shown()
    {
        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", options: request => request.Version = "3.28.0"));

        var provider = stack.State("default_3_28_0");
        Assert.Equal("pulumi:providers:test", provider.Type);
        Assert.Equal(Map(("version", "3.28.0")), provider.Inputs);
        Assert.Equal(Map(("version", "3.28.0")), provider.Outputs);
        Assert.Null(provider.Parent);
        Assert.Equal(new ProviderReference(provider.Urn, provider.Id), stack.State("a").Provider);
        Assert.Equal(["create a"], stack.Events.Steps);
        Assert.Equal(1, outcome.Changes[StepOp.Create]);
        Assert.Equal(["test@3.28.0"], stack.Loader.Loaded);
    }

    [Theory]
    [InlineData("1.0.0-alpha.1+build", "", "default_1_0_0_alpha_1_build")]
    [InlineData("1.0.0", "https://host/x", "default_1_0_0_https___host_x")]
    [InlineData("", "", "default")]
    public async Task Its_name_holds_what_tells_it_apart(string version, string url, string name)
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: request =>
        {
            request.Version = version;
            request.PluginDownloadURL = url;
        }));

        Assert.Equal(name, stack.State("a").Provider?.Urn.Name);
    }

    [Fact]
    public async Task It_is_shared_by_all_resources_of_its_version()
    {
        await stack.UpAsync(program => Task.WhenAll(program.RegisterAsync("a"), program.RegisterAsync("b"), program.RegisterAsync("c")));

        Assert.Single(stack.Loader.Loaded);
        Assert.Equal(1, stack.Cloud.Calls.Count(call => call == "Configure default"));
    }

    [Fact]
    public async Task It_keeps_its_id_from_run_to_run()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        var id = stack.State("default").Id;

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(id, stack.State("default").Id);
        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.True(Guid.TryParse(id, out var uuid) && uuid.Version == 4);
    }

    [Fact]
    public async Task Its_configuration_is_the_stack_s_of_the_package()
    {
        stack.Config = stack.Config.Add("test:region", "west").Add("test:token", "x").Add("shop:colour", "red");
        stack.ConfigSecretKeys = ["test:token"];

        await stack.UpAsync(program => program.RegisterAsync("a"));

        var configure = stack.Cloud.Requests<ConfigureRequest>().Single();
        Assert.Equal(["test:config:region", "test:config:token"], configure.Variables.Keys.Order());
        Assert.Equal("x", configure.Variables["test:config:token"]);
        Assert.Equal(Map(("region", "west"), ("token", Secret("x"))), PropertyMarshaller.Unmarshal(configure.Args));
        Assert.Equal(Map(("region", "west"), ("token", Secret("x"))), stack.State("default").Inputs);
    }

    [Fact]
    public async Task Checking_and_comparing_configurations_shows_secrets_in_plain()
    {
        stack.Config = stack.Config.Add("test:token", "x");
        stack.ConfigSecretKeys = ["test:token"];
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(program => program.RegisterAsync("a"));

        var check = stack.Cloud.Requests<CheckRequest>().First();
        var diff = stack.Cloud.Requests<DiffRequest>().First();
        Assert.Equal("x", check.News.Fields["token"].StringValue);
        Assert.Equal("x", check.Olds.Fields["token"].StringValue);
        Assert.Equal("x", diff.News.Fields["token"].StringValue);
        Assert.Equal("x", diff.OldInputs.Fields["token"].StringValue);
    }

    [Fact]
    public async Task A_changed_configuration_updates_the_provider_and_leaves_its_resources()
    {
        stack.Config = stack.Config.Add("test:region", "west");
        await stack.UpAsync(program => program.RegisterAsync("a"));
        var id = stack.State("default").Id;
        stack.Config = stack.Config.SetItem("test:region", "east");

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal(id, stack.State("default").Id);
        Assert.Equal("east", stack.State("default").Inputs["region"]);
    }

    [Fact]
    public async Task A_configuration_that_replaces_the_provider_replaces_its_resources()
    {
        stack.Cloud.OnDiffConfig = Replacing("region");
        stack.Config = stack.Config.Add("test:region", "west");
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Config = stack.Config.SetItem("test:region", "east");

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["create-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["provider"], stack.Events.Metadata("replace a").ReplaceKeys.AsEnumerable());
        Assert.Single(stack.Snapshot.Resources, resource => resource.Urn.IsProvider);
    }

    [Fact]
    public async Task A_new_version_of_a_provider_leaves_its_resources_when_it_says_so()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: request => request.Version = "1.0.0"));

        await stack.UpAsync(program => program.RegisterAsync("a", options: request => request.Version = "2.0.0"));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal("default_2_0_0", stack.State("a").Provider?.Urn.Name);
        Assert.Equal(["default_2_0_0"], stack.Snapshot.Resources.Where(resource => resource.Urn.IsProvider).Select(resource => resource.Urn.Name));
    }

    [Fact]
    public async Task A_declared_provider_serves_the_resources_that_name_it()
    {
        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterProviderAsync("p", Map(("region", "west")), request => request.Version = "1.0.0");
            await program.RegisterAsync("a", options: request => request.Provider = provider);
        });

        Assert.Equal(["create p", "create a"], stack.Events.Steps);
        Assert.Equal(Map(("region", "west"), ("version", "1.0.0")), stack.State("p").Inputs);
        Assert.Equal("p", stack.State("a").Provider?.Urn.Name);
        Assert.Equal(["CheckConfig p", "Configure p", "Check a", "Create a"], stack.Cloud.Calls);
    }

    [Fact]
    public async Task A_component_s_providers_serve_its_children_of_their_packages()
    {
        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterProviderAsync("p");
            var outer = await program.RegisterComponentAsync("outer", request => request.Providers["test"] = provider);
            var inner = await program.RegisterComponentAsync("inner", request => request.Parent = outer.Urn);
            await program.RegisterAsync("a", options: request => request.Parent = inner.Urn);
            await program.RegisterAsync("b", options: request => request.Parent = inner.Urn, type: "other:index:Thing");
        });

        Assert.Equal("p", stack.State("a").Provider?.Urn.Name);
        Assert.Equal("default", stack.State("b").Provider?.Urn.Name);
    }

    [Fact]
    public async Task A_resource_inherits_the_provider_of_its_parent_resource()
    {
        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterProviderAsync("p");
            var parent = await program.RegisterAsync("parent", options: request => request.Provider = provider);
            await program.RegisterAsync("child", options: request => request.Parent = parent.Urn);
        });

        Assert.Equal("p", stack.State("child").Provider?.Urn.Name);
    }

    [Fact]
    public async Task A_package_without_a_provider_fails_the_resource()
    {
        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", type: "missing:index:Thing"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["default: There is no provider for 'missing' here."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_refused_configuration_names_what_is_missing()
    {
        stack.Cloud.OnConfigure = _ => throw new RpcException(
            RpcStatusCode.InvalidArgument,
            "missing keys",
            new ConfigureErrorMissingKeys { MissingKeys = { new ConfigureErrorMissingKeys.Types.MissingKey { Name = "test:region", Description = "where" } } });

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(
            ["default: The provider needs configuration that is not set: test:region (where). Set each with `config set <key> <value>`."],
            stack.Events.Errors);
    }

    [Fact]
    public async Task An_invalid_configuration_is_told_by_property()
    {
        stack.Cloud.OnCheckConfig = request => Task.FromResult(new CheckResponse
        {
            Inputs = request.News,
            Failures = { new CheckFailure { Property = "region", Reason = "It is not a region." } },
        });

        await stack.UpAsync(program => program.RegisterProviderAsync("p", Map(("region", "x"))));

        Assert.Equal(["p: The property 'region' is not valid: It is not a region."], stack.Events.Errors);
    }

    [Fact]
    public async Task Default_providers_can_be_forbidden()
    {
        stack.Config = stack.Config.Add("pulumi:disable-default-providers", """["test"]""");
        RpcException? refusal = null;

        await stack.UpAsync(async program => refusal = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("a")));

        Assert.Contains("is disabled", refusal?.Message);
    }

    [Fact]
    public async Task Providers_are_disposed_at_the_end()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(stack.Loader.Loaded.Count, stack.Cloud.Disposed);
    }

    private static Func<DiffRequest, Task<DiffResponse>> Replacing(string key) => request =>
    {
        var isEqual = Equals(request.OldInputs.Fields[key], request.News.Fields[key]);
        return Task.FromResult(new DiffResponse
        {
            Changes = isEqual ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            Replaces = { isEqual ? [] : new[] { key } },
        });
    };
}
