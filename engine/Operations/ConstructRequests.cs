using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Writes what a provider builds a component from.</summary>
internal static class ConstructRequests
{
    /// <summary>The request for the component that a program registered.</summary>
    /// <param name="operation">The operation, which the provider's own resources become part of.</param>
    /// <param name="monitor">Where the provider registers them: <c>127.0.0.1:port</c>.</param>
    /// <param name="request">The registration.</param>
    /// <param name="parent">What the component inherits from; null when it has no parent.</param>
    /// <param name="providers">The providers of its children, by package.</param>
    public static ConstructRequest Create(
        OperationRequest operation,
        string monitor,
        RegisterResourceRequest request,
        Goal? parent,
        IEnumerable<KeyValuePair<string, ProviderReference>> providers)
    {
        var construct = new ConstructRequest
        {
            Project = operation.Stack.Project,
            Stack = operation.Stack.Stack,
            Organization = Backends.StackReference.Organization,
            Config = { operation.Config },
            ConfigSecretKeys = { operation.ConfigSecretKeys.Order(StringComparer.Ordinal) },
            DryRun = operation.DryRun,
            Parallel = operation.Options.Parallel,
            MonitorEndpoint = monitor,
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Inputs = request.Object,
            Dependencies = { request.Dependencies },
            Aliases = { ResourceOptions.Aliases(request) },
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            DeletedWith = request.DeletedWith.Length > 0 ? request.DeletedWith : parent?.DeletedWith?.ToString() ?? "",
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            ReplaceWith = { request.ReplaceWith },
            ReplacementTrigger = request.ReplacementTrigger,
        };
        foreach (var (package, provider) in providers)
            construct.Providers[package] = provider.ToString();
        AddInputDependencies(construct, request);
        AddInheritable(construct, request, parent);
        if (request.CustomTimeouts is { } timeouts)
        {
            construct.CustomTimeouts = new ConstructRequest.Types.CustomTimeouts
            {
                Create = timeouts.Create,
                Update = timeouts.Update,
                Delete = timeouts.Delete,
                Read = timeouts.Read,
            };
        }

        if (request.Hooks is { } hooks)
            construct.ResourceHooks = Bind(hooks);
        return construct;
    }

    private static void AddInputDependencies(ConstructRequest construct, RegisterResourceRequest request)
    {
        foreach (var (input, urns) in ResourceOptions.PropertyDependencies(request, PropertyMarshaller.Unmarshal(request.Object), []))
        {
            construct.InputDependencies[input] = new ConstructRequest.Types.PropertyDependencies
            {
                Urns = { urns.Select(urn => urn.ToString()) },
            };
        }
    }

    private static void AddInheritable(ConstructRequest construct, RegisterResourceRequest request, Goal? parent)
    {
        if (request.HasProtect || parent is { Protect: true })
            construct.Protect = request.HasProtect ? request.Protect : true;
        if (request.HasRetainOnDelete || parent is { RetainOnDelete: true })
            construct.RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : true;
        if (request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace)
            construct.DeleteBeforeReplace = request.DeleteBeforeReplace;
    }

    private static ConstructRequest.Types.ResourceHooksBinding Bind(RegisterResourceRequest.Types.ResourceHooksBinding hooks) => new()
    {
        BeforeCreate = { hooks.BeforeCreate },
        AfterCreate = { hooks.AfterCreate },
        BeforeUpdate = { hooks.BeforeUpdate },
        AfterUpdate = { hooks.AfterUpdate },
        BeforeDelete = { hooks.BeforeDelete },
        AfterDelete = { hooks.AfterDelete },
        OnError = { hooks.OnError },
    };
}
