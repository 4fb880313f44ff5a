using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>The program limits how long operations may take.</summary>
public sealed class CustomTimeoutsTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task Each_operation_gets_its_limit_in_seconds()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small")), Limited));
        Assert.Equal(5400, stack.Cloud.Requests<CreateRequest>().Single().Timeout);

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), Limited));
        Assert.Equal(0.3, stack.Cloud.Requests<UpdateRequest>().Single().Timeout);

        await stack.RefreshAsync();
        Assert.Equal(7, stack.Cloud.Requests<ReadRequest>().Single().Timeout);

        await stack.DestroyAsync();
        Assert.Equal(120, stack.Cloud.Requests<DeleteRequest>().Single().Timeout);
    }

    [Fact]
    public async Task Without_a_limit_the_provider_decides()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(0, stack.Cloud.Requests<CreateRequest>().Single().Timeout);
        Assert.Null(stack.State("a").CustomTimeouts);
    }

    [Fact]
    public async Task What_is_no_duration_is_refused()
    {
        await stack.UpAsync(async program =>
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync(
                "a", options: request => request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "soon" }));
            Assert.Equal(RpcStatusCode.InvalidArgument, refusal.Code);
            Assert.Equal("'soon' is not a duration; write one such as 90s, 15m or 1h30m.", refusal.Message);
        });
    }

    private static void Limited(RegisterResourceRequest request) => request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts
    {
        Create = "1h30m",
        Update = "300ms",
        Delete = "2m",
        Read = "7s",
    };
}
