using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Conformance.Tests.Wire;

/// <summary>Our channel calls a server of @grpc/grpc-js. The server compresses what it may, and pings all the time.</summary>
public sealed class GrpcChannelTests(JudgeServer server) : IClassFixture<JudgeServer>
{
    private static Struct Failure(RpcStatusCode code, string message, bool detailed = false, bool late = false) => new()
    {
        Fields =
        {
            ["code"] = Value.ForNumber((int)code),
            ["message"] = Value.ForString(message),
            ["detailed"] = Value.ForBool(detailed),
            ["late"] = Value.ForBool(late),
        },
    };

    private Task<RpcException> FailAsync(Struct request) => Assert.ThrowsAsync<RpcException>(() => server.CallAsync("Fail", request));

    [NodeTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(48 * 1024 * 1024)]
    public async Task Message_TravelsBothWays(int length)
    {
        var bytes = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(length));

        Assert.Equal(bytes, await server.EchoAsync(bytes));
    }

    [NodeTheory]
    [MemberData(nameof(FailureCodes))]
    public async Task Failure_KeepsItsCode(RpcStatusCode code)
    {
        var failure = await FailAsync(Failure(code, "no"));

        Assert.Equal(code, failure.Code);
    }

    public static TheoryData<RpcStatusCode> FailureCodes() => [.. System.Enum.GetValues<RpcStatusCode>().Where(code => code != RpcStatusCode.Ok)];

    [NodeTheory]
    [InlineData("größer als 100 % – 語")]
    [InlineData("%41 stays as it is")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public async Task Failure_KeepsItsMessage(string message)
    {
        var failure = await FailAsync(Failure(RpcStatusCode.NotFound, message));

        Assert.Equal(message, failure.Message);
    }

    [NodeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_KeepsItsDetails_InHeadersAndInTrailers(bool late)
    {
        var failure = await FailAsync(Failure(RpcStatusCode.Unknown, "not ready", detailed: true, late));

        var detail = failure.FindDetail<ErrorResourceInitFailed>();
        Assert.Equal(("not ready", "id-1", "not ready"), (failure.Message, detail?.Id, detail?.Reasons.Single()));
    }

    [NodeFact]
    public async Task MessageOfAFailure_MayBeLongerThanHeadersUsuallyAre()
    {
        var message = new string('x', 300_000);

        var failure = await FailAsync(Failure(RpcStatusCode.Internal, message, detailed: true));

        Assert.Equal(message, failure.Message);
    }

    [NodeFact]
    public async Task UnknownMethod_IsUnimplemented()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.CallAsync("Nothing", new Struct()));

        Assert.Equal(RpcStatusCode.Unimplemented, failure.Code);
    }

    [NodeFact]
    public async Task Metadata_Arrives()
    {
        var headers = new Metadata { { "pulumi-runtime", "dotnet" }, { "x-twice", "1" }, { "x-twice", "2" }, { "x-bytes-bin", [0xff, 0, 0x10] } };

        var context = await server.CallAsync("Context", new Struct(), new CallOptions(headers));

        var arrived = context.Fields["headers"].StructValue.Fields;
        Assert.Equal("dotnet", arrived["pulumi-runtime"].ListValue.Values.Single().StringValue);
        Assert.Equal("1, 2", string.Join(", ", arrived["x-twice"].ListValue.Values.Select(value => value.StringValue)));
        Assert.Equal(Convert.ToBase64String([0xff, 0, 0x10]), arrived["x-bytes-bin"].ListValue.Values.Single().StringValue);
    }

    [NodeFact]
    public async Task Timeout_IsToldToTheServer()
    {
        var context = await server.CallAsync("Context", new Struct(), new CallOptions(Timeout: TimeSpan.FromHours(2)));

        Assert.InRange(context.Fields["left"].NumberValue, TimeSpan.FromHours(1.9).TotalMilliseconds, TimeSpan.FromHours(2.1).TotalMilliseconds);
    }

    [NodeFact]
    public async Task CallWithoutTimeout_HasNoDeadlineAtTheServer()
    {
        var context = await server.CallAsync("Context", new Struct());

        Assert.Equal(Value.KindOneofCase.NullValue, context.Fields["left"].KindCase);
    }

    [NodeFact]
    public async Task PassedDeadline_IsDeadlineExceeded()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(
            () => server.CallAsync("Hang", new Struct(), new CallOptions(Timeout: TimeSpan.FromMilliseconds(20))));

        Assert.Equal(RpcStatusCode.DeadlineExceeded, failure.Code);
    }

    [NodeFact]
    public async Task CancelledCall_IsCancelledAtTheServer()
    {
        using var cancellation = new CancellationTokenSource();
        var call = server.CallAsync("Cancel", new Struct(), cancellationToken: cancellation.Token);
        await server.CallAsync("AwaitStarted", new Struct());

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await server.CallAsync("AwaitCancelled", new Struct());
    }

    [NodeFact]
    public async Task CallsThatWaitForEachOther_AllRunAtOnce()
    {
        const int Calls = 500;
        var request = new Struct { Fields = { ["calls"] = Value.ForNumber(Calls) } };

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => server.CallAsync("Meet", request)));

        Assert.Equal(Calls, answers.Length);
    }

    [NodeFact]
    public async Task ServerThatDies_IsUnavailable()
    {
        var (process, port) = await NodeProcess.StartAsync("judges/grpc-server.js");
        await using var dying = process;
        using var channel = GrpcChannel.ForAddress($"127.0.0.1:{port}");

        var failure = await Assert.ThrowsAsync<RpcException>(() => channel.CallAsync(JudgeServer.Method("Die"), new Struct(), null, default));

        Assert.Equal(RpcStatusCode.Unavailable, failure.Code);
    }
}
