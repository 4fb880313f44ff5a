using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods of <c>pulumirpc.Engine</c> as they are called on the wire.</summary>
internal static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    public static readonly GrpcMethod<LogRequest, Empty> Log = new(Service, "Log", LogRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(Service, "GetRootResource", GetRootResourceRequest.Parser, GetRootResourceResponse.Parser);

    public static readonly GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(Service, "SetRootResource", SetRootResourceRequest.Parser, SetRootResourceResponse.Parser);

    public static readonly GrpcMethod<StartDebuggingRequest, Empty> StartDebugging = new(Service, "StartDebugging", StartDebuggingRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(Service, "RequirePulumiVersion", RequirePulumiVersionRequest.Parser, RequirePulumiVersionResponse.Parser);
}
