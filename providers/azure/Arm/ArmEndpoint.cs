using System.Text;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Where Azure Resource Manager is, and on whose behalf we ask.</summary>
/// <param name="Address">Its address, such as <c>https://management.azure.com</c>.</param>
/// <param name="SubscriptionId">The subscription that new resources go to.</param>
/// <param name="TenantId">The tenant we signed in to; empty when the credential decides.</param>
internal sealed record ArmEndpoint(Uri Address, string SubscriptionId, string TenantId)
{
    /// <summary>The address of a resource or collection.</summary>
    /// <param name="path">Its id or path, not escaped.</param>
    /// <param name="apiVersion">The version of the service's API.</param>
    /// <param name="query">More query parameters, not escaped.</param>
    public Uri At(string path, string apiVersion, IReadOnlyDictionary<string, string>? query = null)
    {
        var text = new StringBuilder(Address.GetLeftPart(UriPartial.Authority)).Append(Address.AbsolutePath.TrimEnd('/'));
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            text.Append('/').Append(Uri.EscapeDataString(segment));
        text.Append("?api-version=").Append(Uri.EscapeDataString(apiVersion));
        foreach (var (name, value) in query ?? new Dictionary<string, string>())
            text.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return new Uri(text.ToString());
    }
}
