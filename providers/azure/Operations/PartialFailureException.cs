using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;

namespace Provisioning.Providers.Azure.Operations;

/// <summary>A write that Azure accepted and did not finish: the resource exists and must be kept in state.</summary>
/// <param name="id">The resource's id.</param>
/// <param name="outputs">Its outputs as far as they could be read.</param>
/// <param name="error">What went wrong.</param>
internal sealed class PartialFailureException(string id, PropertyMap outputs, AzureError error) : Exception(error.Message)
{
    /// <summary>The resource's id.</summary>
    public string Id { get; } = id;

    /// <summary>Its outputs as far as they could be read.</summary>
    public PropertyMap Outputs { get; } = outputs;

    /// <summary>What went wrong.</summary>
    public AzureError Error { get; } = error;
}
