using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Grpc;

namespace Provisioning.Conformance.Tests.Wire;

/// <summary>The grpc-js server of <c>judges/grpc-server.js</c>, and a channel of ours to it.</summary>
public sealed class JudgeServer : IAsyncLifetime
{
    private NodeProcess? process;
    private GrpcChannel? channel;

    public static GrpcMethod<BytesValue, BytesValue> Echo { get; } = new("judge.Judge", "Echo", BytesValue.Parser, BytesValue.Parser);

    public GrpcChannel Channel => channel ?? throw new InvalidOperationException("The judge is not started.");

    public static GrpcMethod<Struct, Struct> Method(string name) => new("judge.Judge", name, Struct.Parser, Struct.Parser);

    public Task<Struct> CallAsync(string name, Struct request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Channel.CallAsync(Method(name), request, options, cancellationToken);

    public async Task<ByteString> EchoAsync(ByteString bytes) =>
        (await Channel.CallAsync(Echo, new BytesValue { Value = bytes }, null, default)).Value;

    public async Task InitializeAsync()
    {
        if (NodeWorkspace.Absent is not null)
            return;

        (process, var port) = await NodeProcess.StartAsync("judges/grpc-server.js");
        channel = GrpcChannel.ForAddress($"127.0.0.1:{port}");
    }

    public async Task DisposeAsync()
    {
        channel?.Dispose();
        if (process is not null)
            await process.DisposeAsync();
    }
}
