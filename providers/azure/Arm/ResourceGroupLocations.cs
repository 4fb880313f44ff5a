using System.Collections.Concurrent;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Arm.Types;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Where resource groups are, each looked up once: the default location of what is in them.</summary>
internal sealed class ResourceGroupLocations(ArmClient client, ArmOperations operations)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The location of a resource group; null when it does not exist.</summary>
    public async Task<string?> FindAsync(Operation operation, string resourceGroup, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(resourceGroup, out var location))
            return location;

        var inputs = PropertyMap.Empty.With("resourceGroupName", resourceGroup);
        var group = await operations.ReadAsync(
            operation, ResourceGroup.Type, client.IdOf(ResourceGroup.Type, inputs), inputs, cancellationToken);
        if (group?.Outputs.TextAt("location") is not { } found)
            return null;

        known[resourceGroup] = found;
        return found;
    }
}
