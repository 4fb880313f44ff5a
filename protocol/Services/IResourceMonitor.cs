using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>
/// The side of an engine that a program declares its resources to: the service <c>pulumirpc.ResourceMonitor</c>.
/// An engine in this process implements it directly; one across a wire through a client with the same messages.
/// </summary>
/// <remarks>
/// Calls run concurrently and each ends when its resource is done, which may take minutes. Failures are
/// <see cref="RpcException"/>; <see cref="RpcStatusCode.Unavailable"/> means that the engine stopped the
/// deployment and has already said why. What an engine need not have answers
/// <see cref="RpcStatusCode.Unimplemented"/> unless it is implemented.
/// </remarks>
public interface IResourceMonitor
{
    /// <summary>Whether the engine has the feature with this id (<c>secrets</c>, <c>resourceReferences</c>, …).</summary>
    Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellationToken);

    /// <summary>The project, stack, configuration and features of the running deployment.</summary>
    Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellationToken);

    /// <summary>Registers a resource that the program wants to exist, and waits until it does.</summary>
    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Completes a component (or the stack) with its outputs.</summary>
    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a resource that exists and is managed elsewhere.</summary>
    Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Calls a function of a provider, or of the engine (<c>pulumi:pulumi:getResource</c>, …).</summary>
    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken);

    /// <summary>Calls a method of a resource.</summary>
    Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Registers a package, perhaps a parameterised one. The answer's reference stands for it as <c>packageRef</c> in later
    /// requests; equal packages get equal references.
    /// </summary>
    Task<RegisterPackageResponse> RegisterPackageAsync(RegisterPackageRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RegisterPackage");

    /// <summary>Has a function of the program change every resource that is registered from now on.</summary>
    Task RegisterStackTransformAsync(Callback request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RegisterStackTransform");

    /// <summary>Has a function of the program change every function call from now on.</summary>
    Task RegisterStackInvokeTransformAsync(Callback request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RegisterStackInvokeTransform");

    /// <summary>Names a function of the program that resources may have called around their operations.</summary>
    Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RegisterResourceHook");

    /// <summary>Names a function of the program that decides whether a failed operation is tried again.</summary>
    Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RegisterErrorHook");

    /// <summary>
    /// Says that the program has declared everything; returns when the engine has finished its work. Called once.
    /// </summary>
    Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken);
}
