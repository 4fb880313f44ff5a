using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>
/// A provider whose Delete takes more than one step, so that a process that dies within it may leave a part. Pulumi's protocol has no
/// such call, so only providers in the engine's process offer it.
/// </summary>
public interface IDeletionFinisher
{
    /// <summary>
    /// Does what is left of an interrupted Delete with the same request. It touches nothing of a resource that was not deleted, and
    /// may be repeated.
    /// </summary>
    Task FinishDeleteAsync(DeleteRequest request, CancellationToken cancellationToken);
}
