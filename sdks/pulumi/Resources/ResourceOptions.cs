namespace Pulumi;

/// <summary>How the engine treats a resource; common to all kinds of resources.</summary>
public abstract class ResourceOptions
{
    private protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource that is read instead of managed.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource that this one belongs to; null for the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before this one, besides those its inputs refer to.</summary>
    public InputList<Resource> DependsOn { get => field ??= []; set; }

    /// <summary>Whether the resource may not be deleted; null to inherit it from the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of inputs whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get => field ??= []; set; }

    /// <summary>The version of the provider; null for the newest installed.</summary>
    public string? Version { get; set; }

    /// <summary>The provider; null to inherit it from the parent, or else for the default one of its package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that may change the arguments and options of this resource and its children.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    /// <summary>Other identities that the resource may have in the state.</summary>
    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    /// <summary>The URN of a resource of this deployment that the object stands for.</summary>
    public string? Urn { get; set; }

    /// <summary>Paths of properties whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    /// <summary>Where the provider's plugin is downloaded from; null for Pulumi's default.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the resource stays when it is removed from the program.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose deletion deletes this one as well, so that it is not deleted by itself.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith { get => field ??= []; set; }

    /// <summary>Paths of properties whose differences are not shown.</summary>
    public List<string> HideDiffs { get => field ??= []; set; }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>A copy that can be changed without changing this one.</summary>
    internal abstract ResourceOptions Clone();

    /// <summary>Takes over what the overlays say, later ones winning; lists are concatenated.</summary>
    private protected void Absorb(params ReadOnlySpan<ResourceOptions?> overlays)
    {
        foreach (var overlay in overlays)
        {
            if (overlay is not null)
                Absorb(overlay);
        }
    }

    private protected virtual void Absorb(ResourceOptions overlay)
    {
        Id = overlay.Id ?? Id;
        Parent = overlay.Parent ?? Parent;
        DependsOn = DependsOn.Concat(overlay.DependsOn);
        Protect = overlay.Protect ?? Protect;
        IgnoreChanges = [.. IgnoreChanges, .. overlay.IgnoreChanges];
        Version = overlay.Version ?? Version;
        Provider = overlay.Provider ?? Provider;
        CustomTimeouts = overlay.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations = [.. ResourceTransformations, .. overlay.ResourceTransformations];
        Aliases = [.. Aliases, .. overlay.Aliases];
        Urn = overlay.Urn ?? Urn;
        ReplaceOnChanges = [.. ReplaceOnChanges, .. overlay.ReplaceOnChanges];
        PluginDownloadURL = overlay.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = overlay.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = overlay.DeletedWith ?? DeletedWith;
        ReplaceWith = ReplaceWith.Concat(overlay.ReplaceWith);
        HideDiffs = [.. HideDiffs, .. overlay.HideDiffs];
        ReplacementTrigger = overlay.ReplacementTrigger ?? ReplacementTrigger;
    }
}
