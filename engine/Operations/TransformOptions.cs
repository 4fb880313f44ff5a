using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>The options of a registration as transforms see them, and back.</summary>
internal static class TransformOptions
{
    /// <summary>The options of a registration.</summary>
    public static TransformResourceOptions Of(RegisterResourceRequest request)
    {
        var options = new TransformResourceOptions
        {
            DependsOn = { request.Dependencies },
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            Version = request.Version,
            Aliases = { ResourceOptions.Aliases(request) },
            Provider = request.Provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            Providers = { request.Providers },
            PluginChecksums = { request.PluginChecksums },
            Hooks = request.Hooks,
            Import = request.ImportId,
            HideDiff = { request.HideDiffs },
            ReplaceWith = { request.ReplaceWith },
            ReplacementTrigger = request.ReplacementTrigger,
        };
        if (request.HasProtect)
            options.Protect = request.Protect;
        if (request.HasRetainOnDelete)
            options.RetainOnDelete = request.RetainOnDelete;
        if (request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace)
            options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        return options;
    }

    /// <summary>Gives a registration other options, all of them.</summary>
    public static void Set(RegisterResourceRequest request, TransformResourceOptions options)
    {
        request.Dependencies.Replace(options.DependsOn);
        request.IgnoreChanges.Replace(options.IgnoreChanges);
        request.ReplaceOnChanges.Replace(options.ReplaceOnChanges);
        request.Version = options.Version;
        request.AliasURNs.Clear();
        request.Aliases.Replace(options.Aliases);
        request.Provider = options.Provider;
        request.CustomTimeouts = options.CustomTimeouts;
        request.PluginDownloadURL = options.PluginDownloadUrl;
        request.DeletedWith = options.DeletedWith;
        request.AdditionalSecretOutputs.Replace(options.AdditionalSecretOutputs);
        request.Providers.Clear();
        request.Providers.Add(options.Providers);
        request.PluginChecksums.Clear();
        request.PluginChecksums.Add(options.PluginChecksums);
        request.Hooks = options.Hooks;
        request.ImportId = options.Import;
        request.HideDiffs.Replace(options.HideDiff);
        request.ReplaceWith.Replace(options.ReplaceWith);
        request.ReplacementTrigger = options.ReplacementTrigger;
        request.DeleteBeforeReplaceDefined = options.HasDeleteBeforeReplace;
        request.DeleteBeforeReplace = options.DeleteBeforeReplace;
        request.ClearProtect();
        request.ClearRetainOnDelete();
        if (options.HasProtect)
            request.Protect = options.Protect;
        if (options.HasRetainOnDelete)
            request.RetainOnDelete = options.RetainOnDelete;
    }

    private static void Replace<T>(this ICollection<T> list, IEnumerable<T> items)
    {
        list.Clear();
        foreach (var item in items)
            list.Add(item);
    }
}
