using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>
/// A provider that can tell what became of a Create whose answer nobody recorded, because the process that asked died.
/// Pulumi's protocol has no such call, so only providers in the engine's process offer it.
/// </summary>
public interface ICreationFinder
{
    /// <summary>
    /// Finds the resource that a Create with the same URN and properties made. It changes nothing, and waits for a creation
    /// that still goes on.
    /// </summary>
    /// <returns>The resource as a Read would give it; without an id when nothing was created.</returns>
    /// <exception cref="RpcException">
    /// It cannot be told, and the message says what to do; with <see cref="ErrorResourceInitFailed"/> the resource is there, half done.
    /// </exception>
    Task<ReadResponse> FindCreatedAsync(CreateRequest request, CancellationToken cancellationToken);
}
