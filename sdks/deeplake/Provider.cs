namespace Pulumi.DeepLake;

/// <summary>An explicitly configured provider of the package <c>deeplake</c>.</summary>
[DeepLakeResourceType("pulumi:providers:deeplake")]
public partial class Provider : global::Pulumi.ProviderResource
{
    /// <summary>Base address of the Deep Lake service.</summary>
    [Output("endpoint")]
    public Output<string?> Endpoint { get; private set; } = null!;

    /// <summary>API token of an organization's administrator.</summary>
    [Output("token")]
    public Output<string?> Token { get; private set; } = null!;

    /// <summary>Configures a provider.</summary>
    /// <param name="name">Logical name, unique among providers of this package.</param>
    /// <param name="args">The configuration; what is missing comes from the provider's own defaults.</param>
    /// <param name="options">How the engine treats the resource.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("deeplake", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions { Version = PackageVersion.Text };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}
