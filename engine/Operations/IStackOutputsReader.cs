using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Operations;

/// <summary>Reads the outputs of other stacks, for stack references.</summary>
public interface IStackOutputsReader
{
    /// <summary>
    /// The outputs of a stack, secrets marked; null when there is no such stack.
    /// </summary>
    /// <param name="stack">The name as the program wrote it: <c>organization/project/stack</c>, or a shorter form.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<PropertyMap?> ReadAsync(string stack, CancellationToken cancellationToken);
}
