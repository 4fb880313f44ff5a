using Provisioning.Engine.Operations;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>The outputs of other stacks, by name.</summary>
internal sealed class FakeStackOutputs : Dictionary<string, PropertyMap>, IStackOutputsReader
{
    public Task<PropertyMap?> ReadAsync(string stack, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(stack));
}
