using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Api;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>The state of a registration: its inputs, and the id that the service gave. A value is secret when its input is.</summary>
internal static class RegistrationOutputs
{
    /// <summary>The state after a create.</summary>
    /// <param name="inputs">Checked inputs.</param>
    /// <param name="registrationId">The id; unknown in a preview.</param>
    public static Struct Write(PropertyMap inputs, PropertyValue registrationId) =>
        PropertyMarshaller.Marshal(inputs.With(RegistrationProperties.RegistrationId, registrationId), MarshalOptions.Provider);

    /// <summary>The inputs that describe a registration as it is now.</summary>
    /// <param name="id">Its id, which says the organization as the program does.</param>
    /// <param name="registration">What the service says.</param>
    /// <param name="inputs">The inputs in state, for what is secret; empty at an import.</param>
    public static PropertyMap Inputs(RegistrationId id, Registration registration, PropertyMap inputs) =>
    [
        Current(RegistrationProperties.OrganizationId, id.Organization, inputs),
        Current(RegistrationProperties.Name, registration.Name, inputs),
        Current(RegistrationProperties.ClientId, registration.ClientId, inputs),
        Current(RegistrationProperties.TenantId, registration.TenantId, inputs),
    ];

    private static KeyValuePair<string, PropertyValue> Current(string name, string value, PropertyMap inputs) =>
        KeyValuePair.Create(name, PlainValue.Replace(inputs.GetOrNull(name), value));
}
