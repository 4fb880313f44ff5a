using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>What was secret stays secret, whichever way it takes.</summary>
public sealed class SecretsTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_secret_input_is_secret_in_inputs_and_outputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", Secret("x")))));

        Assert.Equal(Secret("x"), stack.State("a").Inputs["password"]);
        Assert.Equal(Secret("x"), stack.State("a").Outputs["password"]);
    }

    [Fact]
    public async Task A_provider_that_knows_no_secrets_gets_plain_values_and_its_answers_are_marked_again()
    {
        stack.Cloud.AcceptsSecrets = false;

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("login", Object(("password", Secret("x")), ("user", "u"))))));

        Assert.Equal("x", stack.Cloud.Requests<CreateRequest>().Single().Properties.Fields["login"].StructValue.Fields["password"].StringValue);
        Assert.Equal(Object(("password", Secret("x")), ("user", "u")), stack.State("a").Inputs["login"]);
        Assert.Equal(Object(("password", Secret("x")), ("user", "u")), stack.State("a").Outputs["login"]);
    }

    [Fact]
    public async Task A_provider_that_knows_secrets_gets_them_marked()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", Secret("x")))));

        Assert.Equal(
            Secret("x"), PropertyMarshaller.Unmarshal(stack.Cloud.Requests<CreateRequest>().Single().Properties)["password"]);
    }

    [Fact]
    public async Task A_secret_that_a_provider_echoes_plainly_is_marked_again()
    {
        stack.Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(new CreateResponse
        {
            Id = "a-1",
            Properties = TestProgram.Marshal(Map(("password", "x"))),
        });

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", Secret("x")))));

        Assert.Equal(Secret("x"), stack.State("a").Outputs["password"]);
    }

    [Fact]
    public async Task Outputs_that_the_program_names_are_secret()
    {
        PropertyMap? seen = null;
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a", options: request => request.AdditionalSecretOutputs.Add("address"));
            seen = PropertyMarshaller.Unmarshal(a.Object);
        });

        Assert.Equal(Secret("address of a-1"), stack.State("a").Outputs["address"]);
        Assert.Equal(Secret("address of a-1"), seen?["address"]);
    }

    [Fact]
    public async Task A_program_that_knows_no_secrets_gets_plain_values()
    {
        PropertyMap? seen = null;
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a", Map(("password", Secret("x"))), request => request.AcceptSecrets = false);
            seen = PropertyMarshaller.Unmarshal(a.Object);
        });

        Assert.Equal("x", seen?["password"]);
    }

    [Fact]
    public async Task A_value_that_only_became_secret_is_no_change_to_the_provider()
    {
        stack.Cloud.AcceptsSecrets = false;
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", "x"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", Secret("x")))));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal(Secret("x"), stack.State("a").Inputs["password"]);
    }

    [Fact]
    public async Task Secret_configuration_is_masked_in_the_prelude()
    {
        stack.Config = stack.Config.Add("shop:password", "x").Add("shop:colour", "red");
        stack.ConfigSecretKeys = ["shop:password"];

        await stack.UpAsync(_ => Task.CompletedTask);

        var prelude = Assert.IsType<EngineEvent.Prelude>(stack.Events.All[0]);
        Assert.Equal("[secret]", prelude.Config["shop:password"]);
        Assert.Equal("red", prelude.Config["shop:colour"]);
    }
}
