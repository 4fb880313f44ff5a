using Provisioning.Engine.Providers;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Engine.Plugins;

/// <summary>
/// A provider in another process. When the process ends in the middle of a call, the failure says how it ended.
/// </summary>
/// <param name="channel">The connection to it.</param>
/// <param name="process">The process; null when somebody else started it.</param>
/// <param name="directory">The plugin's folder; null when somebody else started it.</param>
/// <param name="request">What was asked for.</param>
/// <param name="engineAddress">Where it finds the engine.</param>
internal sealed class PluginConnection(
    GrpcChannel channel, PluginProcess? process, string? directory, ProviderRequest request, string engineAddress) : IResourceProvider
{
    private readonly ResourceProviderClient client = new(channel);

    /// <summary>Negotiates, in the order of Pulumi: a plugin that was not started by this engine is told of it afterwards.</summary>
    public async Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken)
    {
        var handshake = request.Clone();
        handshake.EngineAddress = engineAddress;
        handshake.ClearRootDirectory();
        handshake.ClearProgramDirectory();
        if (directory is not null)
        {
            handshake.RootDirectory = directory;
            handshake.ProgramDirectory = directory;
        }

        var response = await NegotiateAsync(handshake, cancellationToken).ConfigureAwait(false);
        await CompareVersionsAsync(cancellationToken).ConfigureAwait(false);
        return response ?? throw RpcException.Unimplemented("Handshake");
    }

    /// <inheritdoc/>
    public Task AttachAsync(PluginAttach request, CancellationToken cancellationToken) => RunAsync(client.AttachAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.ParameterizeAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) => RunAsync(client.GetPluginInfoAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.GetSchemaAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.CheckConfigAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.DiffConfigAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.ConfigureAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.CheckAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.DiffAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.CreateAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.ReadAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.UpdateAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => RunAsync(client.DeleteAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.InvokeAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.CallAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        RunAsync(client.ConstructAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken) => RunAsync(client.CancelAsync(cancellationToken));

    /// <summary>Closes the connection and ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync().ConfigureAwait(false);
        if (process is not null)
            await process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ProviderHandshakeResponse?> NegotiateAsync(ProviderHandshakeRequest handshake, CancellationToken cancellationToken)
    {
        // Somebody may sit at a debugger before a plugin that was not started here.
        using var deadline = process?.StartDeadline() ?? new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var response = await ProviderCall.RunOptionalAsync(
                token => RunAsync(client.HandshakeAsync(handshake, token)), either.Token).ConfigureAwait(false);
            if (process is null)
                await client.AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderNotFoundException(
                $"The provider plugin '{request.Package}' cannot be used: it did not answer the handshake within {process?.Limit.TotalSeconds:0} s.", exception);
        }
        catch (RpcException exception)
        {
            throw new ProviderNotFoundException($"The provider plugin '{request.Package}' cannot be used: {exception.Message}", exception);
        }
    }

    private async Task<T> RunAsync<T>(Task<T> call)
    {
        await RunAsync((Task)call).ConfigureAwait(false);
        return await call.ConfigureAwait(false);
    }

    private async Task RunAsync(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.Code == RpcStatusCode.Unavailable && process is not null)
        {
            // What it had done by then, nobody knows.
            if (await process.DescribeEndAsync().ConfigureAwait(false) is { } end)
                throw new RpcException(RpcStatusCode.Unknown, end, exception);
            throw;
        }
    }

    /// <summary>Warns of a plugin that is older than what the program was written for.</summary>
    private async Task CompareVersionsAsync(CancellationToken cancellationToken)
    {
        var info = await ProviderCall.RunOptionalAsync(
            token => RunAsync(client.GetPluginInfoAsync(token)), cancellationToken).ConfigureAwait(false);
        if (request.Version is not { } wanted
            || SemanticVersion.TryParse(wanted) is not { } wantedVersion
            || SemanticVersion.TryParse(info?.Version ?? "") is not { } version
            || version.CompareTo(wantedVersion) >= 0)
        {
            return;
        }

        var warning = $"The program asks for the provider plugin '{request.Package}' in version {wanted}; version {info?.Version} is used, which is older.";
        await request.Engine.LogAsync(new LogRequest { Severity = LogSeverity.Warning, Message = warning }, cancellationToken).ConfigureAwait(false);
    }
}
