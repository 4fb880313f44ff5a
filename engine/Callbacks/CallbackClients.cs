using System.Collections.Concurrent;
using Google.Protobuf;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Engine.Callbacks;

/// <summary>Calls functions of the program, over one connection for each server that holds some. Thread-safe.</summary>
internal sealed class CallbackClients : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GrpcChannel>> channels = new(StringComparer.Ordinal);

    /// <summary>Calls a function and waits for its answer.</summary>
    /// <exception cref="RpcException">It failed, or the program is gone.</exception>
    public async Task<T> InvokeAsync<T>(Callback callback, IMessage request, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        var channel = channels.GetOrAdd(callback.Target, target => new Lazy<GrpcChannel>(() => GrpcChannel.ForAddress(target))).Value;
        ICallbacks callbacks = new CallbacksClient(channel);
        var answer = await callbacks.InvokeAsync(
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() }, cancellationToken).ConfigureAwait(false);
        try
        {
            using var bytes = new MemoryStream(answer.Response.ToByteArray());
            return parser.ParseDeep(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RpcException(
                RpcStatusCode.InvalidArgument, $"The program's function answered with something that is no {typeof(T).Name}.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Value.Dispose();
    }
}
