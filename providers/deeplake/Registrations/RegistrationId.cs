using Provisioning.Protocol.Rpc;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>The id of the resource: <c>organization/registration</c>.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Registration">The id that the service gave.</param>
internal sealed record RegistrationId(string Organization, string Registration)
{
    /// <summary>Reads an id.</summary>
    /// <exception cref="RpcException">It has another form.</exception>
    public static RegistrationId Parse(string id) =>
        id.Split('/') is [var organization, { Length: > 0 } registration] && IsOrganization(organization)
            ? new RegistrationId(organization, registration)
            : throw new RpcException(
                RpcStatusCode.InvalidArgument,
                $"The id '{id}' does not name a workload identity of Deep Lake. Give it as <organization id>/<registration id>.");

    /// <summary>Whether a text can be an organization's id: a UUID or a slug, so visible ASCII without a slash.</summary>
    public static bool IsOrganization(string text) => text.Length > 0 && text.All(character => character is > ' ' and <= '~' and not '/');

    /// <inheritdoc/>
    public override string ToString() => $"{Organization}/{Registration}";
}
