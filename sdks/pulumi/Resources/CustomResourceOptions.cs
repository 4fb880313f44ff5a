namespace Pulumi;

/// <summary>How the engine treats a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replacement deletes the old resource before it creates the new one; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs to treat as secret, besides those that the provider says are.</summary>
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    /// <summary>The id of an existing resource that this one takes over; its inputs must match.</summary>
    public string? ImportId { get; set; }

    /// <summary>
    /// New options from both: single values of the second win, lists are concatenated. Neither argument is changed.
    /// </summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.Absorb(options1, options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private protected override void Absorb(ResourceOptions overlay)
    {
        base.Absorb(overlay);
        if (overlay is not CustomResourceOptions custom)
            return;

        DeleteBeforeReplace = custom.DeleteBeforeReplace ?? DeleteBeforeReplace;
        AdditionalSecretOutputs = [.. AdditionalSecretOutputs, .. custom.AdditionalSecretOutputs];
        ImportId = custom.ImportId ?? ImportId;
    }
}
