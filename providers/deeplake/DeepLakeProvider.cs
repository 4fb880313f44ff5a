using System.Reflection;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Configuration;
using Provisioning.Providers.DeepLake.Registrations;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake;

/// <summary>The package <c>deeplake</c>: registrations of Entra principals in Deep Lake organizations.</summary>
/// <remarks>
/// Check, Diff and previews send nothing. A token is demanded as soon as an operation would call the service, so that a missing one
/// shows in the preview that creates.
/// </remarks>
public sealed class DeepLakeProvider : IResourceProvider, ICreationFinder
{
    /// <summary>The package.</summary>
    public const string Package = "deeplake";

    /// <summary>The type of a registration.</summary>
    public const string WorkloadIdentityType = "deeplake:index:WorkloadIdentity";

    private static readonly string Version = typeof(DeepLakeProvider).Assembly.GetName().Version?.ToString(3) ?? "";

    private readonly DeepLakeProviderHost host;
    private readonly CancellationTokenSource stopping = new();
    private ProviderSession? configured;

    /// <summary>Creates a provider that is not configured yet.</summary>
    /// <param name="host">What it needs from its process.</param>
    public DeepLakeProvider(DeepLakeProviderHost host) => this.host = host;

    /// <inheritdoc/>
    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true });

    /// <inheritdoc/>
    public Task AttachAsync(PluginAttach request, CancellationToken cancellationToken)
    {
        if (host.Attach is not { } attach)
            throw RpcException.Unimplemented("Attach");
        attach(request.Address);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new PluginInfo { Version = Version });

    /// <inheritdoc/>
    public async Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken)
    {
        if (request.Version != 0)
            throw new RpcException(RpcStatusCode.InvalidArgument, $"The schema is written in version 0 of Pulumi's form, not {request.Version}.");
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.json")
            ?? throw new InvalidOperationException("The assembly lacks the schema of its package.");
        using var reader = new StreamReader(stream);
        return new GetSchemaResponse { Schema = await reader.ReadToEndAsync(cancellationToken) };
    }

    /// <inheritdoc/>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ConfigurationCheck.Check(request));

    /// <inheritdoc/>
    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ConfigurationDiff.Compute(
            PropertyMarshaller.Unmarshal(request.OldInputs ?? request.Olds), PropertyMarshaller.Unmarshal(request.News)));

    /// <inheritdoc/>
    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        var session = new ProviderSession(ProviderSettings.Read(request, host.Environment), host, stopping.Token);
        Interlocked.Exchange(ref configured, session)?.Dispose();
        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true });
    }

    /// <inheritdoc/>
    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var (inputs, failures) = RegistrationCheck.Check(PropertyMarshaller.Unmarshal(request.News));
        return Task.FromResult(new CheckResponse { Inputs = PropertyMarshaller.Marshal(inputs, MarshalOptions.Provider), Failures = { failures } });
    }

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        return Task.FromResult(RegistrationDiff.Compute(
            PropertyMarshaller.Unmarshal(request.OldInputs ?? request.Olds), PropertyMarshaller.Unmarshal(request.News), request.IgnoreChanges));
    }

    /// <inheritdoc/>
    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var properties = PropertyMarshaller.Unmarshal(request.Properties);
        var session = Session();
        var service = session.Open(request.Urn);
        if (request.Preview)
            return new CreateResponse { Properties = RegistrationOutputs.Write(properties, PropertyValue.Unknown) };

        var inputs = RegistrationInputs.Read(properties);
        var id = await session.RunAsync(request.Timeout, writes: true, token => service.CreateAsync(inputs, token), cancellationToken);
        return new CreateResponse { Id = id.ToString(), Properties = RegistrationOutputs.Write(properties, id.Registration) };
    }

    /// <inheritdoc/>
    public async Task<ReadResponse> FindCreatedAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var properties = PropertyMarshaller.Unmarshal(request.Properties);
        var inputs = RegistrationInputs.Read(properties);
        var session = Session();
        var service = session.Open(request.Urn);
        return await session.RunAsync(request.Timeout, writes: false, token => service.FindCreatedAsync(inputs, token), cancellationToken) is { } id
            ? new ReadResponse { Id = id.ToString(), Properties = RegistrationOutputs.Write(properties, id.Registration), Inputs = request.Properties }
            : new ReadResponse();
    }

    /// <inheritdoc/>
    public async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var id = RegistrationId.Parse(request.Id);
        var inputs = PropertyMarshaller.Unmarshal(request.Inputs);
        var known = RegistrationInputs.TryRead(PropertyMarshaller.Unmarshal(request.Properties)) ?? RegistrationInputs.TryRead(inputs);
        var session = Session();
        var service = session.Open(request.Urn);
        var found = await session.RunAsync(request.Timeout, writes: false, token => service.ReadAsync(id, known, token), cancellationToken);
        if (found is not var (foundId, registration))
            return new ReadResponse();

        var current = RegistrationOutputs.Inputs(foundId, registration, inputs);
        return new ReadResponse
        {
            Id = foundId.ToString(),
            Properties = RegistrationOutputs.Write(current, foundId.Registration),
            Inputs = PropertyMarshaller.Marshal(current, MarshalOptions.Provider),
        };
    }

    /// <summary>
    /// Changes nothing, as the service cannot: engines call it for resources without a difference only to clear an earlier
    /// failure, and then the state stays as it is.
    /// </summary>
    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var (olds, news) = (PropertyMarshaller.Unmarshal(request.Olds), PropertyMarshaller.Unmarshal(request.News));
        if (RegistrationDiff.Compute(olds, news, request.IgnoreChanges).Changes == DiffResponse.Types.DiffChanges.DiffNone)
            return Task.FromResult(new UpdateResponse { Properties = request.Olds });

        throw new RpcException(RpcStatusCode.FailedPrecondition, "Deep Lake cannot change a workload identity in place; it has to be replaced.");
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        EnsureType(request.Type, request.Urn);
        var id = RegistrationId.Parse(request.Id);
        var session = Session();
        var service = session.Open(request.Urn);
        await session.RunAsync(request.Timeout, writes: true, token => service.DeleteAsync(id, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The package {Package} has no function '{request.Tok}'.");

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The package {Package} has no method '{request.Tok}'.");

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The package {Package} has no component '{request.Type}'.");

    /// <inheritdoc/>
    public async Task CancelAsync(CancellationToken cancellationToken) => await stopping.CancelAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        configured?.Dispose();
        stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    // Older engines name the type in the URN alone, as the last part of the qualified type.
    private static void EnsureType(string type, string urn)
    {
        var named = type.Length > 0 ? type : urn.Split("::") is [_, _, var qualified, ..] ? qualified.Split('$')[^1] : "";
        if (named != WorkloadIdentityType)
            throw Unimplemented($"The package {Package} has no resource '{named}'; it has {WorkloadIdentityType}.");
    }

    private static RpcException Unimplemented(string message) => new(RpcStatusCode.Unimplemented, message);

    private ProviderSession Session() =>
        configured ?? throw new RpcException(RpcStatusCode.FailedPrecondition, $"The provider {Package} must be configured before its resources are used.");
}
