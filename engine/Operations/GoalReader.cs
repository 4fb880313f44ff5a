using System.Collections.Immutable;
using Provisioning.Engine.Assets;
using Provisioning.Engine.Hooks;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Reads registrations, with what they inherit from their parents.</summary>
/// <param name="stack">The stack's name.</param>
/// <param name="project">The project's name.</param>
/// <param name="registrations">The parents.</param>
/// <param name="resolver">Finds providers.</param>
/// <param name="packages">The packages that providers are of.</param>
/// <param name="assets">Hashes assets and archives.</param>
internal sealed class GoalReader(
    string stack, string project, Registrations registrations, ProviderResolver resolver, RegisteredPackages packages, AssetHasher assets)
{
    /// <summary>Reads a registration.</summary>
    /// <exception cref="RpcException">It is malformed, or asks for what this engine lacks.</exception>
    public async Task<Goal> ReadAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var parent = ResolveParent(request.Parent);
        var urn = Urn.Create(stack, project, parent, request.Type, request.Name);
        var parentGoal = parent is { } known ? registrations.FindGoal(known) : null;
        var inputs = ReadInputs(request);
        var dependencies = ResourceOptions.Urns(request.Dependencies);
        var isProvider = urn.IsProvider;
        var providers = ProviderResolver.Merge(parentGoal, request.Providers);
        return new Goal
        {
            Urn = urn,
            Custom = request.Custom,
            Parent = parent,
            Inputs = isProvider
                ? ProviderInputs.WithEnvironmentMappings(
                    packages.Find(request.PackageRef, request.Version, request.PluginDownloadURL).AddTo(inputs.Select(PropertyValueExtensions.WithoutOutputValues)),
                    request.EnvVarMappings)
                : inputs.Select(PropertyValueExtensions.WithoutOutputValues),
            Provider = request.Custom && !isProvider
                ? await resolver.ResolveAsync(request, parentGoal, providers, cancellationToken).ConfigureAwait(false)
                : null,
            Providers = request.Custom ? ImmutableDictionary<string, ProviderReference>.Empty : providers,
            Aliases = AliasResolver.Resolve(urn, parent, ResourceOptions.Aliases(request), registrations.OldUrnOf),
            Dependencies = dependencies,
            PropertyDependencies = ResourceOptions.PropertyDependencies(request, inputs, dependencies),
            Protect = request.HasProtect ? request.Protect : parentGoal?.Protect ?? false,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parentGoal?.RetainOnDelete ?? false,
            DeletedWith = request.DeletedWith.Length > 0 ? Urn.Parse(request.DeletedWith) : parentGoal?.DeletedWith,
            ReplaceWith = ResourceOptions.Urns(request.ReplaceWith),
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            HideDiff = [.. request.HideDiffs],
            ReplacementTrigger = ResourceOptions.ReplacementTrigger(request),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            CustomTimeouts = ResourceOptions.CustomTimeouts(request.CustomTimeouts),
            ImportId = request.ImportId,
            SourcePosition = ResourceOptions.SourcePosition(request.SourcePosition),
            Transforms = [.. request.Transforms],
            Hooks = HookBindings.Read(request.Hooks),
        };
    }

    /// <summary>Reads the request for a resource managed elsewhere, with what is known of it.</summary>
    /// <exception cref="RpcException">It is malformed.</exception>
    public async Task<ResourceState> ReadAsync(ReadResourceRequest request, CancellationToken cancellationToken)
    {
        if (request.Id.Length == 0)
            throw Invalid($"The resource '{request.Name}' cannot be read without an id.");

        var parent = ResolveParent(request.Parent);
        var parentGoal = parent is { } known ? registrations.FindGoal(known) : null;
        return new ResourceState
        {
            Urn = Urn.Create(stack, project, parent, request.Type, request.Name),
            Custom = true,
            External = true,
            Id = request.Id,
            Parent = parent,
            Provider = await resolver.ResolveAsync(request, parentGoal, cancellationToken).ConfigureAwait(false),
            Inputs = PropertyMarshaller.Unmarshal(request.Properties).Select(PropertyValueExtensions.WithoutOutputValues),
            Dependencies = ResourceOptions.Urns(request.Dependencies),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            SourcePosition = ResourceOptions.SourcePosition(request.SourcePosition),
        };
    }

    private PropertyMap ReadInputs(RegisterResourceRequest request)
    {
        try
        {
            return assets.Hash(PropertyMarshaller.Unmarshal(request.Object));
        }
        catch (Exception exception) when (exception is RpcException or AssetException)
        {
            throw new RpcException(
                RpcStatusCode.InvalidArgument, $"The inputs of the resource '{request.Name}' of type '{request.Type}' cannot be read: {exception.Message}", exception);
        }
    }

    private Urn? ResolveParent(string parent)
    {
        if (parent.Length == 0)
            return null;
        if (!Urn.TryParse(parent, out var urn))
            throw Invalid($"The parent '{parent}' is not a URN.");
        return registrations.IsRegistered(urn)
            ? urn
            : throw Invalid($"The parent '{parent}' is not registered; register it before its children.");
    }

    private static RpcException Invalid(string message) => new(RpcStatusCode.InvalidArgument, message);
}
