namespace Provisioning.Providers.Azure.Resources;

/// <summary>Comparing ARM resource ids, whose casing services do not keep.</summary>
internal static class ResourceIds
{
    private const string RoleDefinition = "/providers/Microsoft.Authorization/roleDefinitions/";

    /// <summary>Whether a text is a resource id.</summary>
    public static bool IsId(string? text) =>
        text is not null
        && (text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("/providers/", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether two ids name the same resource. Role definitions have a subscription form and a tenant form, of which the
    /// service may return the other; the trailing GUID decides.
    /// </summary>
    public static bool AreEqual(string? left, string? right) =>
        string.Equals(Canonical(left), Canonical(right), StringComparison.OrdinalIgnoreCase);

    private static string? Canonical(string? id)
    {
        var index = id?.LastIndexOf(RoleDefinition, StringComparison.OrdinalIgnoreCase) ?? -1;
        return index < 0 ? id : id?[index..];
    }
}
