using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods of <c>pulumirpc.ResourceMonitor</c> as they are called on the wire.</summary>
internal static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    public static readonly GrpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new(Service, "GetDeploymentInfo", Empty.Parser, DeploymentInfo.Parser);

    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(Service, "SupportsFeature", SupportsFeatureRequest.Parser, SupportsFeatureResponse.Parser);

    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(Service, "Invoke", ResourceInvokeRequest.Parser, ResourceInvokeResponse.Parser);

    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call = new(Service, "Call", ResourceCallRequest.Parser, CallResponse.Parser);

    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(Service, "ReadResource", ReadResourceRequest.Parser, ReadResourceResponse.Parser);

    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(Service, "RegisterResource", RegisterResourceRequest.Parser, RegisterResourceResponse.Parser);

    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(Service, "RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new(Service, "RegisterPackage", RegisterPackageRequest.Parser, RegisterPackageResponse.Parser);

    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform = new(Service, "RegisterStackTransform", Callback.Parser, Empty.Parser);

    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform = new(Service, "RegisterStackInvokeTransform", Callback.Parser, Empty.Parser);

    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(Service, "RegisterResourceHook", RegisterResourceHookRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new(Service, "RegisterErrorHook", RegisterErrorHookRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown = new(Service, "SignalAndWaitForShutdown", Empty.Parser, Empty.Parser);
}
