using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Tests;

/// <summary>Calls over a real loopback connection.</summary>
public sealed class GrpcTests
{
    private static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> Method = ResourceMonitorMethods.SupportsFeature;

    private static async Task<SupportsFeatureResponse> CallAsync(
        Func<SupportsFeatureRequest, CancellationToken, Task<SupportsFeatureResponse>> handler,
        CallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcMethodTable().Add(Method, handler), CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);
        return await channel.CallAsync(Method, new SupportsFeatureRequest { Id = "secrets" }, options, cancellationToken);
    }

    private static Func<SupportsFeatureRequest, CancellationToken, Task<SupportsFeatureResponse>> Fails(Exception exception) =>
        (_, _) => Task.FromException<SupportsFeatureResponse>(exception);

    [Fact]
    public async Task Call_ReturnsTheAnswer()
    {
        var response = await CallAsync((request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id == "secrets" }));

        Assert.True(response.HasSupport);
    }

    [Fact]
    public async Task Failure_KeepsCodeMessageAndDetails()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => CallAsync(Fails(
            new RpcException(RpcStatusCode.FailedPrecondition, "größer als 100 %\nzweite Zeile", new ErrorResourceInitFailed { Id = "id-1" }))));

        Assert.Equal(RpcStatusCode.FailedPrecondition, exception.Code);
        Assert.Equal("größer als 100 %\nzweite Zeile", exception.Message);
        Assert.Equal("id-1", exception.FindDetail<ErrorResourceInitFailed>()?.Id);
    }

    [Fact]
    public async Task UnexpectedExceptionOfAHandler_IsUnknown()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => CallAsync(Fails(new InvalidOperationException("a bug"))));

        Assert.Equal(RpcStatusCode.Unknown, exception.Code);
        Assert.Equal("a bug", exception.Message);
    }

    [Fact]
    public async Task UnknownMethod_IsUnimplemented()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcMethodTable(), CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);

        var exception = await Assert.ThrowsAsync<RpcException>(
            () => channel.CallAsync(Method, new SupportsFeatureRequest(), null, CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unimplemented, exception.Code);
    }

    [Fact]
    public async Task NobodyListening_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = Assert.IsType<IPEndPoint>(listener.LocalEndpoint);
        listener.Stop();
        using var channel = GrpcChannel.ForAddress($"127.0.0.1:{address.Port}");

        var exception = await Assert.ThrowsAsync<RpcException>(
            () => channel.CallAsync(Method, new SupportsFeatureRequest(), null, CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unavailable, exception.Code);
    }

    [Fact]
    public async Task CancelledCall_CancelsItsHandler()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallAsync(
            async (_, token) =>
            {
                await using var registration = token.Register(() => cancelled.TrySetResult());
                await cancellation.CancelAsync();
                await cancelled.Task;
                return new SupportsFeatureResponse();
            },
            cancellationToken: cancellation.Token));

        await cancelled.Task;
    }

    [Fact]
    public async Task Deadline_IsToldToTheServer()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => CallAsync(
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new SupportsFeatureResponse();
            },
            new CallOptions(Timeout: TimeSpan.FromMilliseconds(50))));

        Assert.Equal(RpcStatusCode.DeadlineExceeded, exception.Code);
    }

    [Fact]
    public async Task CallsThatWaitForEachOther_AllRunAtOnce()
    {
        const int Calls = 300;
        var waiting = 0;
        var all = new TaskCompletionSource();
        var methods = new GrpcMethodTable().Add(Method, async (_, _) =>
        {
            if (Interlocked.Increment(ref waiting) == Calls)
                all.SetResult();
            await all.Task;
            return new SupportsFeatureResponse { HasSupport = true };
        });
        await using var server = await GrpcServer.StartAsync(methods, CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);

        var responses = await Task.WhenAll(Enumerable.Range(0, Calls)
            .Select(_ => channel.CallAsync(Method, new SupportsFeatureRequest(), null, CancellationToken.None)));

        Assert.All(responses, response => Assert.True(response.HasSupport));
    }

    [Fact]
    public async Task LargeAndDeepMessages_Arrive()
    {
        var value = Value.ForString(new string('x', 40 * 1024 * 1024));
        for (var level = 0; level < 50; level++)
            value = Value.ForStruct(new Struct { Fields = { ["nested"] = value } });
        var request = new RegisterResourceOutputsRequest { Outputs = value.StructValue };
        var method = ResourceMonitorMethods.RegisterResourceOutputs;
        var received = 0;
        var methods = new GrpcMethodTable().Add(method, (outputs, _) =>
        {
            received = outputs.CalculateSize();
            return Task.FromResult(new Empty());
        });
        await using var server = await GrpcServer.StartAsync(methods, CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);

        await channel.CallAsync(method, request, null, CancellationToken.None);

        Assert.Equal(request.CalculateSize(), received);
    }

    [Fact]
    public async Task TimeoutBeyondWhatTimersTake_IsNone()
    {
        var response = await CallAsync((_, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }), new CallOptions(Timeout: TimeSpan.MaxValue));

        Assert.True(response.HasSupport);
    }

    [Fact]
    public async Task ServerThatStops_CancelsItsHandlers_AndAnswersUnavailable()
    {
        var started = new TaskCompletionSource();
        var server = await GrpcServer.StartAsync(
            new GrpcMethodTable().Add(Method, async (_, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return new SupportsFeatureResponse();
            }),
            CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var call = channel.CallAsync(Method, new SupportsFeatureRequest(), null, CancellationToken.None);
        await started.Task;

        await server.DisposeAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal((RpcStatusCode.Unavailable, "The server is stopping."), (exception.Code, exception.Message));
    }

    [Fact]
    public async Task CompressedMessage_IsRefused()
    {
        await using var server = await GrpcServer.StartAsync(
            new GrpcMethodTable().Add(Method, (_, _) => Task.FromResult(new SupportsFeatureResponse())), CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{server.Address}{Method.Path}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([1, 0, 0, 0, 0]) { Headers = { { "content-type", "application/grpc" } } },
        };

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["12"], response.Headers.GetValues("grpc-status"));
    }

    [Fact]
    public async Task RequestThatIsNoGrpc_IsUnsupportedMediaType()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcMethodTable(), CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{server.Address}/"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("{}"),
        };

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("100 %", "100 %25")]
    [InlineData("ü\n", "%C3%BC%0A")]
    public void StatusMessage_IsPercentEncoded(string message, string encoded)
    {
        Assert.Equal(encoded, StatusHeaders.Encode(message));
        Assert.Equal(message, StatusHeaders.Decode(encoded));
    }

    [Theory]
    [InlineData("10S", 10_000)]
    [InlineData("250m", 250)]
    [InlineData("2M", 120_000)]
    public void Deadline_IsReadInItsUnit(string text, int milliseconds)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Deadline.Read(text));
    }

    [Theory]
    [InlineData(0.5, "1m")]
    [InlineData(99_999_999, "99999999m")]
    [InlineData(100_000_000, "100000S")]
    [InlineData(100_000_000_000_000, "27777778H")]
    public void Deadline_IsWrittenInEightDigits(double milliseconds, string text)
    {
        Assert.Equal(text, Deadline.Write(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-5S")]
    [InlineData("123456789S")]
    public void Deadline_ThatIsNone_IsIgnored(string? text)
    {
        Assert.Null(Deadline.Read(text));
    }
}
