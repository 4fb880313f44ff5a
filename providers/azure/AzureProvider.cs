using Azure.Identity;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Diffing;
using Provisioning.Providers.Azure.Errors;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure;

/// <summary>What the providers for Azure Resource Manager and for Microsoft Graph have in common: the contract with the engine.</summary>
/// <remarks>Calls may run concurrently. Nothing is sent to Azure by Check (but for a location), Diff and previews.</remarks>
public abstract class AzureProvider : IResourceProvider, IInputChecker, ICreationFinder, IDeletionFinisher
{
    /// <summary>How long an operation may take when the program does not say (azure-native's default).</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromHours(2);

    private readonly string package;
    private readonly string version;
    private readonly CancellationTokenSource stopping = new();
    private IProviderSession? session;

    private protected AzureProvider(AzureProviderHost host, string package, string version)
    {
        Host = host;
        Waits = new Waits(host.Time, host.Random, stopping.Token);
        this.package = package;
        this.version = version;
    }

    private protected AzureProviderHost Host { get; }

    private protected Waits Waits { get; }

    private IProviderSession Session => session
        ?? throw new RpcException(RpcStatusCode.FailedPrecondition, $"The provider {package} is not configured yet.");

    /// <inheritdoc/>
    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, SupportsAutonamingConfiguration = true });

    /// <summary>The version of the published package whose behaviour and state this provider shares.</summary>
    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new PluginInfo { Version = version });

    /// <inheritdoc/>
    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The provider {package} has no schema of its own; SDKs come from the published package {version}.");

    /// <inheritdoc/>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });

    /// <inheritdoc/>
    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ConfigurationDiff.Compute(
            PropertyMarshaller.Unmarshal(request.OldInputs ?? request.Olds), PropertyMarshaller.Unmarshal(request.News)));

    /// <inheritdoc/>
    public async Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        session = await OpenAsync(ProviderSettings.Read(package, request, Host.Environment), cancellationToken);
        return new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, SupportsAutonamingConfiguration = true };
    }

    /// <inheritdoc/>
    public async Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var (inputs, failures) = await CheckAsync(
            request, PropertyMarshaller.Unmarshal(request.Olds), PropertyMarshaller.Unmarshal(request.News), cancellationToken);
        return new CheckResponse { Inputs = Marshal(inputs), Failures = { failures } };
    }

    /// <inheritdoc/>
    public Task<CheckedInputs> CheckAsync(CheckRequest request, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        return GuardAsync(
            NewOperation(OperationKind.Read, request.Urn, name, 0),
            news,
            () => Find(name.Type).CheckAsync(request, name.Name, olds, news, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        var outputs = PropertyMarshaller.Unmarshal(request.Olds);
        var oldInputs = request.OldInputs is null
            ? Find(ResourceName.Of(request.Urn, request.Type, request.Name).Type).InputsOf(new LiveResource(request.Id, outputs))
            : PropertyMarshaller.Unmarshal(request.OldInputs);
        return DiffAsync(request, oldInputs, outputs, PropertyMarshaller.Unmarshal(request.News), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(
        DiffRequest request, PropertyMap oldInputs, PropertyMap outputs, PropertyMap news, CancellationToken cancellationToken)
    {
        var type = Find(ResourceName.Of(request.Urn, request.Type, request.Name).Type).Type;
        return Task.FromResult(oldInputs.Equals(news) ? ResourceDiff.None : ResourceDiff.Compute(type, oldInputs, outputs, news));
    }

    /// <inheritdoc/>
    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        var inputs = PropertyMarshaller.Unmarshal(request.Properties);
        var lifecycle = Find(name.Type);
        if (request.Preview)
            return new CreateResponse { Properties = Marshal(Secrecy.Carry(inputs, lifecycle.Foretell(null, PropertyMap.Empty, inputs))) };

        var operation = NewOperation(OperationKind.Create, request.Urn, name, request.Timeout);
        var created = await GuardAsync(operation, inputs, () => lifecycle.CreateAsync(operation, inputs, cancellationToken));
        return new CreateResponse { Id = created.Id, Properties = Marshal(Secrecy.Carry(inputs, created.Outputs)) };
    }

    /// <inheritdoc/>
    public async Task<ReadResponse> FindCreatedAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        var lifecycle = Find(name.Type);
        var operation = NewOperation(OperationKind.Create, request.Urn, name, request.Timeout);
        var inputs = PropertyMarshaller.Unmarshal(request.Properties);
        var found = await GuardAsync(operation, inputs, () => lifecycle.FindCreatedAsync(operation, inputs, cancellationToken));
        return found is null
            ? new ReadResponse()
            : new ReadResponse { Id = found.Id, Properties = Marshal(Secrecy.Carry(inputs, found.Outputs)), Inputs = request.Properties };
    }

    /// <inheritdoc/>
    public async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        var lifecycle = Find(name.Type);
        var operation = NewOperation(OperationKind.Read, request.Urn, name, request.Timeout);
        var (inputs, outputs) = (PropertyMarshaller.Unmarshal(request.Inputs), PropertyMarshaller.Unmarshal(request.Properties));
        var live = await GuardAsync(operation, inputs, () => lifecycle.ReadAsync(operation, request.Id, outputs, cancellationToken));
        if (live is null)
            return new ReadResponse();

        if (live.Id.Equals(request.Id, StringComparison.OrdinalIgnoreCase))
            live = live with { Id = request.Id };
        var refreshed = inputs.Count == 0
            ? lifecycle.InputsOf(live)
            : RefreshedInputs.Merge(
                ResourceDiff.ComparisonOf(lifecycle.Type), inputs, lifecycle.InputsFrom(outputs), lifecycle.InputsFrom(live.Outputs));
        return new ReadResponse { Id = live.Id, Properties = Marshal(Secrecy.Carry(inputs, live.Outputs)), Inputs = Marshal(refreshed) };
    }

    /// <inheritdoc/>
    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        var lifecycle = Find(name.Type);
        var (old, oldInputs, inputs) = (
            PropertyMarshaller.Unmarshal(request.Olds), PropertyMarshaller.Unmarshal(request.OldInputs), PropertyMarshaller.Unmarshal(request.News));
        if (request.Preview)
            return new UpdateResponse { Properties = Marshal(Secrecy.Carry(inputs, lifecycle.Foretell(old, oldInputs, inputs))) };

        var operation = NewOperation(OperationKind.Update, request.Urn, name, request.Timeout);
        var updated = await GuardAsync(operation, inputs, () => lifecycle.UpdateAsync(operation, request.Id, oldInputs, inputs, cancellationToken));
        return new UpdateResponse { Properties = Marshal(Secrecy.Carry(inputs, updated.Outputs)) };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => DeleteAsync(
        request, (lifecycle, operation, properties) => lifecycle.DeleteAsync(operation, request.Id, properties, cancellationToken));

    /// <inheritdoc/>
    public Task FinishDeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => DeleteAsync(
        request, (lifecycle, operation, properties) => lifecycle.FinishDeleteAsync(operation, request.Id, properties, cancellationToken));

    /// <inheritdoc/>
    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var name = new ResourceName(request.Tok, "");
        var operation = NewOperation(OperationKind.Read, "", name, 0) with { Subject = $"with {request.Tok}" };
        var args = PropertyMarshaller.Unmarshal(request.Args).Plain();
        var result = await GuardAsync(
            operation,
            args,
            () => Session.Invoke(operation, request.Tok, args, cancellationToken)
                ?? throw Unimplemented($"The provider {package} has no function '{request.Tok}'."));
        return new InvokeResponse { Return = Marshal(result) };
    }

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The resources of {package} have no methods.");

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        throw Unimplemented($"The provider {package} has no components.");

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        stopping.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected abstract Task<IProviderSession> OpenAsync(ProviderSettings settings, CancellationToken cancellationToken);

    private protected Operation NewOperation(OperationKind kind, string urn, ResourceName name, double timeoutSeconds)
    {
        var type = session?.Find(name.Type)?.Type;
        return new Operation
        {
            Kind = kind,
            Urn = urn,
            Subject = $"{type?.Noun ?? name.Type} '{name.Name}'",
            Service = type?.Service ?? "",
            CorrelationId = Waits.NewCorrelationId(),
            Deadline = Waits.Now + (timeoutSeconds > 0 ? TimeSpan.FromSeconds(timeoutSeconds) : DefaultTimeout),
        };
    }

    private static Google.Protobuf.WellKnownTypes.Struct Marshal(PropertyMap map) => PropertyMarshaller.Marshal(map, MarshalOptions.Provider);

    private static RpcException Unimplemented(string message) => new(RpcStatusCode.Unimplemented, message);

    private static async Task<T> GuardAsync<T>(Operation operation, PropertyMap inputs, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (AzureException failure)
        {
            throw FailureReport.Of(operation, failure.Error, inputs, failure);
        }
        catch (PartialFailureException failure)
        {
            throw FailureReport.Of(operation, failure, inputs);
        }
        catch (ExistsException failure)
        {
            throw FailureReport.Of(operation, failure);
        }
        catch (StoppedException failure)
        {
            throw FailureReport.Of(operation, failure);
        }
        catch (AuthenticationFailedException failure)
        {
            throw FailureReport.Of(operation, failure);
        }
    }

    private Task DeleteAsync(DeleteRequest request, Func<IResourceLifecycle, Operation, PropertyMap, Task> delete)
    {
        var name = ResourceName.Of(request.Urn, request.Type, request.Name);
        var lifecycle = Find(name.Type);
        var operation = NewOperation(OperationKind.Delete, request.Urn, name, request.Timeout);
        var inputs = PropertyMarshaller.Unmarshal(request.OldInputs);
        var properties = PropertyMap.Create(inputs.Concat(PropertyMarshaller.Unmarshal(request.Properties)));
        return GuardAsync(
            operation,
            inputs,
            async () =>
            {
                await delete(lifecycle, operation, properties);
                return true;
            });
    }

    private IResourceLifecycle Find(string token) => Session.Find(token)
        ?? throw Unimplemented($"The provider {package} does not know the type '{token}'. It knows {string.Join(", ", Session.Tokens)}.");
}
