using System.Text;
using System.Text.Json;
using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Whoever writes messages may repeat a secret; the messages of an operation do not show it.</summary>
public sealed class SecretMaskTests
{
    private const string Canary = "canary \"+/ \u00e9\u6f22";

    private readonly TestStack stack = new();

    /// <summary>The secret as it is, in JSON, in a URL, and in Base64.</summary>
    public static TheoryData<string> Forms =>
        [Canary, JsonSerializer.Serialize(Canary)[1..^1], Uri.EscapeDataString(Canary), Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_failure_that_repeats_a_secret_input_does_not_show_it(string repeated)
    {
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.InvalidArgument, $"'{repeated}' is no password.");

        await stack.UpAsync(program => program.RegisterAsync("a", SecretInput()));

        Assert.Equal(["a: '[secret]' is no password."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_refused_input_that_is_repeated_is_not_shown()
    {
        stack.Cloud.OnCheck = _ => throw new RpcException(RpcStatusCode.InvalidArgument, $"'{Canary}' is no password.");

        await stack.UpAsync(program => program.RegisterAsync("a", SecretInput()));

        Assert.Equal(["a: '[secret]' is no password."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_secret_of_the_state_is_not_shown_after_the_program_has_forgotten_it()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", SecretInput()));
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.PermissionDenied, $"It has the password {Canary}.");

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["a: It has the password [secret]."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_partial_failure_keeps_no_secret_in_the_state()
    {
        stack.Cloud.OnCreate = (_, _) => throw PartialFailure.Of("a-1", Map(("status", "starting")), $"It does not start with {Canary}.");

        await stack.UpAsync(program => program.RegisterAsync("a", SecretInput()));

        Assert.Equal(["a: It does not start with [secret]."], stack.Events.Errors);
        Assert.Equal("It does not start with [secret].", Assert.Single(stack.Snapshot.Resources.Single(resource => resource.Urn.Name == "a").InitErrors));
    }

    [Fact]
    public async Task A_secret_of_the_configuration_is_not_shown()
    {
        stack.Config = stack.Config.Add("shop:token", Canary);
        stack.ConfigSecretKeys = ["shop:token"];
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.PermissionDenied, $"{Canary} was refused.");

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["a: [secret] was refused."], stack.Events.Errors);
    }

    [Fact]
    public void A_longer_secret_is_hidden_as_a_whole_and_a_short_one_not_at_all()
    {
        var mask = new SecretMask();
        mask.Learn("key");
        mask.Learn("key-of-mine");
        mask.Learn("ab");
        mask.Learn("true");

        Assert.Equal("[secret] and [secret], true to ab", mask.Hide("key-of-mine and key, true to ab"));
    }

    [Fact]
    public void Secrets_inside_structures_are_found_and_what_is_plain_stays()
    {
        var mask = new SecretMask();
        mask.Learn(Map(("plain", "visible"), ("list", List(Secret(Object(("deep", "hidden")))))));

        Assert.Equal("visible [secret] deep", mask.Hide("visible hidden deep"));
    }

    private static PropertyMap SecretInput() => Map(("password", Secret(Canary)));
}
