using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>
/// One package of resources: the service <c>pulumirpc.ResourceProvider</c>. In-process providers implement it
/// directly; a plugin executable is reached through a client with the same messages.
/// </summary>
/// <remarks>
/// Calls run concurrently. Failures are <see cref="RpcException"/>: from Create, Update, Delete and Read the codes
/// Internal, Unknown and DataLoss say that the state of the resource is unknown, all others that nothing was
/// changed; the detail <see cref="ErrorResourceInitFailed"/> says that the resource exists half done.
/// </remarks>
public interface IResourceProvider : IAsyncDisposable
{
    /// <summary>Negotiates capabilities; the first call of an engine.</summary>
    Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken);

    /// <summary>Connects the provider to an engine that found it running instead of starting it.</summary>
    Task AttachAsync(PluginAttach request, CancellationToken cancellationToken) => throw RpcException.Unimplemented("Attach");

    /// <summary>Makes the provider serve a package that is made from parameters.</summary>
    Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("Parameterize");

    /// <summary>The version of the plugin.</summary>
    Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken);

    /// <summary>The package's schema in Pulumi's JSON form.</summary>
    Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken);

    /// <summary>Validates the configuration of a provider resource. Receives secrets in plain: never logged or kept.</summary>
    Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>Compares configurations; replace keys mean that resources of the old one must be replaced.</summary>
    Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken);

    /// <summary>Configures the provider; called once, before any resource call.</summary>
    Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken);

    /// <summary>Validates inputs and fills in defaults such as automatic names; has no side effects.</summary>
    Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>Compares the inputs in state with new ones and says what has to happen; has no side effects.</summary>
    Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a resource, or in preview foretells its outputs with unknowns.</summary>
    Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a resource by id; not found is an empty id with absent properties, not an error.</summary>
    Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>Updates a resource in place, or in preview foretells its outputs.</summary>
    Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a resource; one that does not exist any more counts as deleted.</summary>
    Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken);

    /// <summary>Calls a function.</summary>
    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken);

    /// <summary>Calls a method of a resource.</summary>
    Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken);

    /// <summary>Builds a remote component.</summary>
    Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken);

    /// <summary>Asks running calls to end soon; they still answer.</summary>
    Task CancelAsync(CancellationToken cancellationToken);
}
