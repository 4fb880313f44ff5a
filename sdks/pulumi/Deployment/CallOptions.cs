namespace Pulumi;

/// <summary>How a method of a resource is called.</summary>
public class CallOptions
{
    /// <summary>The resource whose providers are used; null for the default ones.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider; null for the parent's, or else the default one of its package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider; null for the newest installed.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider's plugin is downloaded from; null for Pulumi's default.</summary>
    public string? PluginDownloadURL { get; set; }
}
