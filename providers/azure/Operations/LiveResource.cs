using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Operations;

/// <summary>A resource as Azure has it.</summary>
/// <param name="Id">Its id in Pulumi's state.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record LiveResource(string Id, PropertyMap Outputs);
