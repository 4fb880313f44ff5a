using Provisioning.Protocol.Services;

namespace Provisioning.Protocol.Grpc;

/// <summary>Offers an <see cref="IEngine"/> of this process on a server.</summary>
public static class EngineBinding
{
    /// <summary>Adds its methods.</summary>
    public static GrpcMethodTable AddEngine(this GrpcMethodTable methods, IEngine service) => methods
        .Add(EngineMethods.Log, service.LogAsync)
        .Add(EngineMethods.GetRootResource, service.GetRootResourceAsync)
        .Add(EngineMethods.SetRootResource, service.SetRootResourceAsync)
        .Add(EngineMethods.StartDebugging, service.StartDebuggingAsync)
        .Add(EngineMethods.RequirePulumiVersion, service.RequirePulumiVersionAsync);
}
