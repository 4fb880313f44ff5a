using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A thing that the engine knows by a URN: a resource of a provider, a component, or the stack.</summary>
public class Resource
{
    private readonly Lock gate = new();
    private readonly HashSet<Resource> children = [];
    private readonly string type;
    private readonly string name;
    private readonly Resource? transformationParent;
    private readonly IReadOnlyList<ResourceTransformation> transformations;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        this.type = type;
        this.name = name;
        IsRemote = remote;
        Parent = options.Parent;
        var deployment = Deployment.Required;
        if (deployment.Stack is null && this is not Stack)
            throw new InvalidOperationException($"'{name}' ({type}) is created before the stack. Create it in the stack's constructor, not in a field initializer.");

        transformationParent = options.Parent ?? (options.Urn is null ? deployment.Stack : null);
        transformations = [.. options.ResourceTransformations];

        var outputs = deployment.Outputs.Attach(this, all: custom || remote || options.Urn is not null);
        (args, options) = Transform(args, options.Clone());
        RejectAmbiguousProviders(options);

        options.Protect ??= options.Parent?.Protect;
        Protect = options.Protect;
        Providers = ChooseProviders(custom, options);
        options.Parent?.AddChild(this);

        deployment.Registrar.Start(this, custom, args, options, outputs);
    }

    /// <summary>Stands for a resource that this program did not construct.</summary>
    private protected Resource(Urn urn)
    {
        type = urn.Type;
        name = urn.Name;
        transformations = [];
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Urn = Output.Create(urn.ToString());
    }

    /// <summary>The name that is unique in the stack. Known once the resource is registered.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>The parent that the program gave; null for the stack.</summary>
    internal Resource? Parent { get; }

    /// <summary>Whether a provider builds the component elsewhere.</summary>
    internal bool IsRemote { get; }

    /// <summary>Whether the resource may not be deleted; null when neither it nor its parents say.</summary>
    internal bool? Protect { get; }

    /// <summary>The providers, by package, that children use.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    /// <summary>The resources that have this one as parent, as of now.</summary>
    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (gate)
                return [.. children];
        }
    }

    /// <summary>The type token.</summary>
    public string GetResourceType() => type;

    /// <summary>The logical name.</summary>
    public string GetResourceName() => name;

    /// <summary>The provider that children use for resources of a type, or null for the default one.</summary>
    internal ProviderResource? FindProvider(string token) =>
        token.Split(':') is [var package, _, _] ? Providers.GetValueOrDefault(package) : null;

    private static void RejectAmbiguousProviders(ResourceOptions options)
    {
        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException(
                "Give the component option Provider or the option Providers, not both.", options.Parent);
        }
    }

    private void AddChild(Resource child)
    {
        lock (gate)
            children.Add(child);
    }

    private ImmutableDictionary<string, ProviderResource> ChooseProviders(bool custom, ResourceOptions options)
    {
        var inherited = options.Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options is ComponentResourceOptions component)
        {
            var own = component.Provider is { } single ? [single] : component.Providers;
            return inherited.SetItems(own.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }

        if (options.Provider is null)
        {
            options.Provider = custom ? options.Parent?.FindProvider(type) : null;
            return inherited;
        }

        return type.Split(':') is [var package, _, _] ? inherited.SetItem(package, options.Provider) : inherited;
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        for (var level = this; level is not null; level = level.transformationParent)
        {
            foreach (var transformation in level.transformations)
            {
                if (transformation(new(this, args, options)) is not { } result)
                    continue;

                if (result.Options.Parent != parent)
                    throw new ArgumentException($"A transformation changed the parent of '{name}' ({type}). Leave Options.Parent as it is.");

                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options);
    }
}
