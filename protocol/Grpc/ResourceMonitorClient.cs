using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>Registers resources: the service <c>pulumirpc.ResourceMonitor</c>. Served by another process.</summary>
/// <param name="channel">The connection to it.</param>
public sealed class ResourceMonitorClient(GrpcChannel channel) : IResourceMonitor
{
    /// <inheritdoc/>
    public Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.GetDeploymentInfo, new Empty(), null, cancellationToken);

    /// <inheritdoc/>
    public Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.SupportsFeature, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.Invoke, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.Call, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.ReadResource, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterResource, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<RegisterPackageResponse> RegisterPackageAsync(RegisterPackageRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterPackage, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task RegisterStackTransformAsync(Callback request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterStackTransform, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task RegisterStackInvokeTransformAsync(Callback request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterStackInvokeTransform, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterResourceHook, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.RegisterErrorHook, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), null, cancellationToken);
}
