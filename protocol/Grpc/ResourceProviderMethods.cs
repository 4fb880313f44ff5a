using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods of <c>pulumirpc.ResourceProvider</c> as they are called on the wire.</summary>
internal static class ResourceProviderMethods
{
    private const string Service = "pulumirpc.ResourceProvider";

    public static readonly GrpcMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake = new(Service, "Handshake", ProviderHandshakeRequest.Parser, ProviderHandshakeResponse.Parser);

    public static readonly GrpcMethod<PluginAttach, Empty> Attach = new(Service, "Attach", PluginAttach.Parser, Empty.Parser);

    public static readonly GrpcMethod<ParameterizeRequest, ParameterizeResponse> Parameterize = new(Service, "Parameterize", ParameterizeRequest.Parser, ParameterizeResponse.Parser);

    public static readonly GrpcMethod<GetSchemaRequest, GetSchemaResponse> GetSchema = new(Service, "GetSchema", GetSchemaRequest.Parser, GetSchemaResponse.Parser);

    public static readonly GrpcMethod<CheckRequest, CheckResponse> CheckConfig = new(Service, "CheckConfig", CheckRequest.Parser, CheckResponse.Parser);

    public static readonly GrpcMethod<DiffRequest, DiffResponse> DiffConfig = new(Service, "DiffConfig", DiffRequest.Parser, DiffResponse.Parser);

    public static readonly GrpcMethod<ConfigureRequest, ConfigureResponse> Configure = new(Service, "Configure", ConfigureRequest.Parser, ConfigureResponse.Parser);

    public static readonly GrpcMethod<InvokeRequest, InvokeResponse> Invoke = new(Service, "Invoke", InvokeRequest.Parser, InvokeResponse.Parser);

    public static readonly GrpcMethod<CallRequest, CallResponse> Call = new(Service, "Call", CallRequest.Parser, CallResponse.Parser);

    public static readonly GrpcMethod<CheckRequest, CheckResponse> Check = new(Service, "Check", CheckRequest.Parser, CheckResponse.Parser);

    public static readonly GrpcMethod<DiffRequest, DiffResponse> Diff = new(Service, "Diff", DiffRequest.Parser, DiffResponse.Parser);

    public static readonly GrpcMethod<CreateRequest, CreateResponse> Create = new(Service, "Create", CreateRequest.Parser, CreateResponse.Parser);

    public static readonly GrpcMethod<ReadRequest, ReadResponse> Read = new(Service, "Read", ReadRequest.Parser, ReadResponse.Parser);

    public static readonly GrpcMethod<UpdateRequest, UpdateResponse> Update = new(Service, "Update", UpdateRequest.Parser, UpdateResponse.Parser);

    public static readonly GrpcMethod<DeleteRequest, Empty> Delete = new(Service, "Delete", DeleteRequest.Parser, Empty.Parser);

    public static readonly GrpcMethod<ConstructRequest, ConstructResponse> Construct = new(Service, "Construct", ConstructRequest.Parser, ConstructResponse.Parser);

    public static readonly GrpcMethod<Empty, Empty> Cancel = new(Service, "Cancel", Empty.Parser, Empty.Parser);

    public static readonly GrpcMethod<Empty, PluginInfo> GetPluginInfo = new(Service, "GetPluginInfo", Empty.Parser, PluginInfo.Parser);
}
