namespace Pulumi;

/// <summary>How the engine treats a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers that resources inside use, one a package; excludes <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>
    /// New options from both: single values of the second win, lists are concatenated, and of providers the last one
    /// of a package wins. Neither argument is changed.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.Absorb(options1, options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private protected override void Absorb(ResourceOptions overlay)
    {
        base.Absorb(overlay);
        if (overlay is ComponentResourceOptions component)
            Providers = [.. Providers.Concat(component.Providers).GroupBy(provider => provider.Package).Select(package => package.Last())];
    }
}
