using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Conformance.Tests.Wire;

/// <summary>A client of @grpc/grpc-js calls our server.</summary>
public sealed class GrpcServerTests(JudgeClient client) : IClassFixture<JudgeClient>
{
    private static readonly GrpcMethod<BytesValue, BytesValue> Method = new("judge.Judge", "Echo", BytesValue.Parser, BytesValue.Parser);

    private static Task<GrpcServer> ServeAsync(Func<BytesValue, CancellationToken, Task<BytesValue>> handler) =>
        GrpcServer.StartAsync(new GrpcMethodTable().Add(Method, handler), default);

    private static Task<GrpcServer> FailAsync(RpcException failure) => ServeAsync((_, _) => Task.FromException<BytesValue>(failure));

    private static Task<GrpcServer> EchoAsync() => ServeAsync((request, _) => Task.FromResult(request));

    private static int? Code(JsonObject result) => result["code"]?.GetValue<int>();

    private static string? Details(JsonObject result) => result["details"]?.GetValue<string>();

    [NodeTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(130 * 1024 * 1024)]
    public async Task Message_TravelsBothWays(int size)
    {
        await using var server = await EchoAsync();

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path, size });

        var expected = new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(Enumerable.Repeat((byte)'x', size).ToArray()) }.ToByteArray();
        Assert.Equal(0, Code(result));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), result["sha256"]?.GetValue<string>());
    }

    [NodeTheory]
    [MemberData(nameof(GrpcChannelTests.FailureCodes), MemberType = typeof(GrpcChannelTests))]
    public async Task Failure_KeepsItsCode(RpcStatusCode code)
    {
        await using var server = await FailAsync(new RpcException(code, "no"));

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path });

        Assert.Equal((int)code, Code(result));
    }

    [NodeTheory]
    [InlineData("größer als 100 % – 語")]
    [InlineData("%41 stays as it is")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public async Task Failure_KeepsItsMessage(string message)
    {
        await using var server = await FailAsync(new RpcException(RpcStatusCode.NotFound, message));

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path });

        Assert.Equal(message, Details(result));
    }

    [NodeFact]
    public async Task Failure_KeepsItsDetails()
    {
        await using var server = await FailAsync(
            new RpcException(RpcStatusCode.Unknown, "größer", new ErrorResourceInitFailed { Id = "id-1", Reasons = { "not ready" } }));

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path });

        var detail = result["detail"];
        Assert.Equal("type.googleapis.com/pulumirpc.ErrorResourceInitFailed", detail?["url"]?.GetValue<string>());
        Assert.Equal(((int)RpcStatusCode.Unknown, "größer"), (detail?["code"]?.GetValue<int>(), detail?["message"]?.GetValue<string>()));
        Assert.Equal(("id-1", "not ready"), (detail?["id"]?.GetValue<string>(), detail?["reasonsList"]?[0]?.GetValue<string>()));
    }

    [NodeFact]
    public async Task DetailsOfAFailure_MayBeLongerThanHeadersUsuallyAre()
    {
        var reason = new string('x', 40_000);
        await using var server = await FailAsync(
            new RpcException(RpcStatusCode.Unknown, "not ready", new ErrorResourceInitFailed { Id = "id-1", Reasons = { reason } }));

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path });

        Assert.Equal(reason, result["detail"]?["reasonsList"]?[0]?.GetValue<string>());
    }

    [NodeFact]
    public async Task UnknownMethod_IsUnimplemented()
    {
        await using var server = await EchoAsync();

        var result = await client.CallAsync(new { address = server.Address, path = "/judge.Judge/Nothing" });

        Assert.Equal((int)RpcStatusCode.Unimplemented, Code(result));
    }

    [NodeFact]
    public async Task CompressedMessage_IsRefusedWithWhatIsAccepted()
    {
        await using var server = await EchoAsync();

        var result = await client.CallAsync(new { address = server.Address, path = Method.Path, size = 10_000, compress = true });

        Assert.Equal((int)RpcStatusCode.Unimplemented, Code(result));
        Assert.Equal("identity", result["accepts"]?[0]?.GetValue<string>());
    }

    [NodeFact]
    public async Task Metadata_Arrives()
    {
        var arrived = new TaskCompletionSource<Metadata>();
        await using var server = await GrpcServer.StartAsync(
            new GrpcMethodTable().Add(Method, (request, context, _) =>
            {
                arrived.SetResult(context.RequestHeaders);
                return Task.FromResult(request);
            }),
            default);

        await client.CallAsync(new
        {
            address = server.Address,
            path = Method.Path,
            headers = new Dictionary<string, string> { ["pulumi-runtime"] = "nodejs", ["x-bytes-bin"] = Convert.ToBase64String([0xff, 0, 0x10]) },
        });

        var metadata = await arrived.Task;
        Assert.Equal("nodejs", metadata.GetValue("pulumi-runtime"));
        Assert.Equal([0xff, 0, 0x10], metadata.GetValueBytes("x-bytes-bin"));
        Assert.StartsWith("grpc-node-js/", metadata.GetValue("user-agent"), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Deadline_CancelsTheHandler()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await ServeAsync(async (request, token) =>
        {
            if (request.Value.IsEmpty)
                return request;

            await using var registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            token.ThrowIfCancellationRequested();
            return request;
        });
        await client.CallAsync(new { address = server.Address, path = Method.Path });

        // The connection stands, so that the call arrives before its deadline.
        var result = await client.CallAsync(new { address = server.Address, path = Method.Path, size = 1, timeout = 500 });

        Assert.Equal((int)RpcStatusCode.DeadlineExceeded, Code(result));
        await cancelled.Task;
    }

    [NodeFact]
    public async Task CancelledCall_CancelsTheHandler()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await ServeAsync(async (request, token) =>
        {
            await using var registration = token.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
            return request;
        });
        var (call, result) = client.Start(new { address = server.Address, path = Method.Path });
        await started.Task;

        await client.CancelAsync(call);

        Assert.Equal((int)RpcStatusCode.Cancelled, Code(await result));
        await cancelled.Task;
    }

    [NodeFact]
    public async Task CallsThatWaitForEachOther_AllRunAtOnceOnOneConnection()
    {
        const int Calls = 500;
        var waiting = 0;
        var all = new TaskCompletionSource();
        await using var server = await ServeAsync(async (request, _) =>
        {
            if (Interlocked.Increment(ref waiting) == Calls)
                all.SetResult();
            await all.Task;
            return request;
        });

        var results = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => client.CallAsync(new { address = server.Address, path = Method.Path })));

        Assert.All(results, result => Assert.Equal(0, Code(result)));
    }

    [NodeFact]
    public async Task Ping_IsAcknowledged()
    {
        await using var server = await EchoAsync();

        var result = await client.PingAsync(server.Address);

        Assert.Null(result["error"]);
    }

    [NodeFact]
    public async Task ServerThatStops_AnswersUnavailable_AndTakesNoMoreCalls()
    {
        var started = new TaskCompletionSource();
        var server = await ServeAsync(async (request, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return request;
        });
        var (_, result) = client.Start(new { address = server.Address, path = Method.Path });
        await started.Task;

        await server.DisposeAsync();

        Assert.Equal(((int)RpcStatusCode.Unavailable, "The server is stopping."), (Code(await result), Details(await result)));
        Assert.Equal((int)RpcStatusCode.Unavailable, Code(await client.CallAsync(new { address = server.Address, path = Method.Path })));
    }
}
