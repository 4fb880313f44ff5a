namespace Provisioning.Providers.Azure.Lifecycle;

/// <summary>Type token and logical name of a resource: from the request, or from the URN that older engines send alone.</summary>
internal readonly record struct ResourceName(string Type, string Name)
{
    /// <summary>Reads what a request says.</summary>
    public static ResourceName Of(string urn, string type, string name)
    {
        if (type.Length > 0 && name.Length > 0)
            return new ResourceName(type, name);

        var parts = urn.Split("::", 4);
        return parts.Length == 4
            ? new ResourceName(parts[2][(parts[2].LastIndexOf('$') + 1)..], parts[3])
            : new ResourceName(type, name);
    }
}
