using Provisioning.Protocol.Services;

namespace Provisioning.Protocol.Grpc;

/// <summary>Offers an <see cref="IResourceMonitor"/> of this process on a server.</summary>
public static class ResourceMonitorBinding
{
    /// <summary>Adds its methods.</summary>
    public static GrpcMethodTable AddResourceMonitor(this GrpcMethodTable methods, IResourceMonitor service) => methods
        .Add(ResourceMonitorMethods.GetDeploymentInfo, (_, cancellationToken) => service.GetDeploymentInfoAsync(cancellationToken))
        .Add(ResourceMonitorMethods.SupportsFeature, service.SupportsFeatureAsync)
        .Add(ResourceMonitorMethods.Invoke, service.InvokeAsync)
        .Add(ResourceMonitorMethods.Call, service.CallAsync)
        .Add(ResourceMonitorMethods.ReadResource, service.ReadResourceAsync)
        .Add(ResourceMonitorMethods.RegisterResource, service.RegisterResourceAsync)
        .Add(ResourceMonitorMethods.RegisterResourceOutputs, service.RegisterResourceOutputsAsync)
        .Add(ResourceMonitorMethods.RegisterPackage, service.RegisterPackageAsync)
        .Add(ResourceMonitorMethods.RegisterStackTransform, service.RegisterStackTransformAsync)
        .Add(ResourceMonitorMethods.RegisterStackInvokeTransform, service.RegisterStackInvokeTransformAsync)
        .Add(ResourceMonitorMethods.RegisterResourceHook, service.RegisterResourceHookAsync)
        .Add(ResourceMonitorMethods.RegisterErrorHook, service.RegisterErrorHookAsync)
        .Add(ResourceMonitorMethods.SignalAndWaitForShutdown, (_, cancellationToken) => service.SignalAndWaitForShutdownAsync(cancellationToken));
}
