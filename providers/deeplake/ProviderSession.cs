using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Api;
using Provisioning.Providers.DeepLake.Configuration;
using Provisioning.Providers.DeepLake.Registrations;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake;

/// <summary>A configured provider: the way to the service, and the limits of operations.</summary>
internal sealed class ProviderSession : IDisposable
{
    /// <summary>How long an operation may take when the program does not say.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    private readonly DeepLakeProviderHost host;
    private readonly HttpMessageInvoker http;
    private readonly ApiToken? token;
    private readonly Exchange? exchange;
    private readonly Backoff backoff;

    /// <summary>Configures.</summary>
    /// <param name="settings">Where the service is and who administers it.</param>
    /// <param name="host">What the process offers.</param>
    /// <param name="stopping">Ends the patience of all operations.</param>
    public ProviderSession(ProviderSettings settings, DeepLakeProviderHost host, CancellationToken stopping)
    {
        this.host = host;
        token = settings.Token;
        http = host.Handler is { } given
            ? new HttpMessageInvoker(given, disposeHandler: false)
            : new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true);
        exchange = token is null ? null : new Exchange(http, settings.Endpoint, token, host.Time);
        backoff = new Backoff(host.Time, host.Random, stopping);
    }

    /// <summary>The operations for one resource.</summary>
    /// <param name="urn">The resource, which messages are attached to.</param>
    /// <exception cref="RpcException">No token is configured.</exception>
    public RegistrationLifecycle Open(string urn)
    {
        if (token is null || exchange is null)
        {
            throw new RpcException(
                RpcStatusCode.FailedPrecondition,
                "Deep Lake needs the API token of an organization's administrator. Set it with 'pulumi config set --secret deeplake:token', or as DEEPLAKE_API_KEY in the environment.");
        }

        var failures = new Failures(token);
        return new RegistrationLifecycle(new DeepLakeClient(exchange, backoff, failures), backoff, failures, ReportAsync);

        Task ReportAsync(string message, CancellationToken cancellationToken) => host.Engine.LogAsync(
            new LogRequest { Severity = LogSeverity.Info, Message = message, Urn = urn }, cancellationToken);
    }

    /// <summary>Runs an operation within its limit of time.</summary>
    /// <param name="timeout">Seconds; 0 for the default.</param>
    /// <param name="writes">Whether it changes something, so that running out of time leaves an unknown state.</param>
    /// <param name="operation">What to run.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<T> RunAsync<T>(double timeout, bool writes, Func<CancellationToken, Task<T>> operation, CancellationToken cancellationToken)
    {
        var limit = timeout > 0 ? TimeSpan.FromSeconds(timeout) : DefaultTimeout;
        using var deadline = new CancellationTokenSource(limit, host.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await operation(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var advice = writes ? "Run again: what was done will be found." : "Run again later.";
            throw new RpcException(
                writes ? RpcStatusCode.Unknown : RpcStatusCode.DeadlineExceeded, $"Deep Lake did not finish within {limit.TotalSeconds:0} s. {advice}");
        }
    }

    /// <summary>Runs an operation without a result within its limit of time.</summary>
    public Task RunAsync(double timeout, bool writes, Func<CancellationToken, Task> operation, CancellationToken cancellationToken) =>
        RunAsync(
            timeout,
            writes,
            async token =>
            {
                await operation(token);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
