using Pulumirpc;

namespace Pulumi;

/// <summary>Writes the messages of a resource that is prepared.</summary>
internal static class RegistrationRequests
{
    public static RegisterResourceRequest Register(Resource resource, bool custom, PreparedResource prepared, ResourceOptions options)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.Parent,
            Custom = custom,
            Remote = resource.IsRemote,
            Object = prepared.Inputs,
            Dependencies = { prepared.Dependencies },
            Provider = prepared.Provider,
            Providers = { prepared.Providers },
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            IgnoreChanges = { options.IgnoreChanges },
            HideDiffs = { options.HideDiffs },
            Aliases = { prepared.Aliases },
            CustomTimeouts = options.CustomTimeouts?.ToMessage(),
            DeletedWith = prepared.DeletedWith,
            ReplaceWith = { prepared.ReplaceWith },
            ReplacementTrigger = prepared.ReplacementTrigger,
            AcceptSecrets = true,
            AcceptResources = EngineFeatures.AcceptsResources,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
        };

        foreach (var (key, urns) in prepared.InputDependencies)
            request.PropertyDependencies[key] = new() { Urns = { urns } };

        if (options.Protect is { } protect)
            request.Protect = protect;

        if (options.RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;

        if (custom)
            request.ReplaceOnChanges.Add(options.ReplaceOnChanges);

        if (options is CustomResourceOptions own)
        {
            request.DeleteBeforeReplace = own.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = own.DeleteBeforeReplace is not null;
            request.ImportId = own.ImportId ?? "";
            request.AdditionalSecretOutputs.Add(own.AdditionalSecretOutputs);
        }

        return request;
    }

    public static ReadResourceRequest Read(Resource resource, string id, PreparedResource prepared, ResourceOptions options) =>
        new()
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.Parent,
            Properties = prepared.Inputs,
            Dependencies = { prepared.Dependencies },
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AdditionalSecretOutputs = { (options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [] },
            AcceptSecrets = true,
            AcceptResources = EngineFeatures.AcceptsResources,
        };
}
