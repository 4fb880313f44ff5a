using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>What an engine offers to programs and providers besides resources: the service <c>pulumirpc.Engine</c>.</summary>
public interface IEngine
{
    /// <summary>Shows a message to the user, attached to a resource when it names one.</summary>
    Task LogAsync(LogRequest request, CancellationToken cancellationToken);

    /// <summary>The URN of the stack resource; empty until it is set.</summary>
    Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Remembers the URN of the stack resource.</summary>
    Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Says that a debugger can attach to a program or a provider.</summary>
    Task StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("StartDebugging");

    /// <summary>Fails unless the engine's Pulumi version lies in the given range.</summary>
    Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken);
}
