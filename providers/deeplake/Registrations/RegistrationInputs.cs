using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>What to register, and where. All values are known and in their normal form.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Name">The display name.</param>
/// <param name="ClientId">The principal's client id, a lower-case UUID.</param>
/// <param name="TenantId">The principal's tenant, a lower-case UUID.</param>
internal sealed record RegistrationInputs(string OrganizationId, string Name, string ClientId, string TenantId)
{
    /// <summary>Reads checked inputs, or outputs.</summary>
    /// <exception cref="RpcException">One is missing or unknown.</exception>
    public static RegistrationInputs Read(PropertyMap properties)
    {
        return new RegistrationInputs(
            Text(RegistrationProperties.OrganizationId),
            Text(RegistrationProperties.Name),
            Text(RegistrationProperties.ClientId),
            Text(RegistrationProperties.TenantId));

        string Text(string name) => PlainValue.Of(properties.GetOrNull(name)) is PropertyValue.StringValue text
            ? text.Value
            : throw new RpcException(RpcStatusCode.InvalidArgument, $"The property '{name}' of a workload identity must be a known string.");
    }

    /// <summary>Reads the same from state; null when it is not complete, as at an import.</summary>
    public static RegistrationInputs? TryRead(PropertyMap properties) =>
        RegistrationProperties.Inputs.All(name => PlainValue.Of(properties.GetOrNull(name)) is PropertyValue.StringValue) ? Read(properties) : null;
}
