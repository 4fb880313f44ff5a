using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Providers;

/// <summary>Makes the failures of in-process providers look like those of plugins.</summary>
internal static class ProviderCall
{
    /// <summary>
    /// Awaits a call, though no longer than until it is given up, whether or not the provider heeds that. Whatever else
    /// fails in it is an <see cref="RpcException"/>.
    /// </summary>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (RpcException or ProviderNotFoundException) && !cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(RpcStatusCode.Unknown, $"The provider failed unexpectedly: {exception.Message}", exception);
        }
    }

    /// <summary>Awaits a call that a provider need not implement; null when it does not.</summary>
    public static async Task<T?> RunOptionalAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.Code == RpcStatusCode.Unimplemented)
        {
            return null;
        }
    }
}
