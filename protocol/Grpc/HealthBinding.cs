using Grpc.Health.V1;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// Offers <c>grpc.health.v1.Health</c>: plugins ask an engine for it and end when nobody answers any more.
/// </summary>
public static class HealthBinding
{
    private static readonly GrpcMethod<HealthCheckRequest, HealthCheckResponse> Check =
        new("grpc.health.v1.Health", "Check", HealthCheckRequest.Parser, HealthCheckResponse.Parser);

    /// <summary>Adds its method: a server that answers, serves.</summary>
    public static GrpcMethodTable AddHealth(this GrpcMethodTable methods) => methods.Add(
        Check,
        (_, _) => Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving }));

    /// <summary>Whether a server is alive. One that does not know the question is, too.</summary>
    public static async Task<bool> IsAliveAsync(this GrpcChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await channel.CallAsync(Check, new HealthCheckRequest(), null, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Rpc.RpcException exception)
        {
            return exception.Code == Rpc.RpcStatusCode.Unimplemented;
        }
    }
}
