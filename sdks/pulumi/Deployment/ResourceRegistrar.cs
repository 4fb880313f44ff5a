using System.Collections.Immutable;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Registers and reads resources, and completes them with outputs.</summary>
internal sealed class ResourceRegistrar(Deployment deployment)
{
    /// <summary>The engine's function that looks up a resource of the running deployment.</summary>
    public const string GetResource = "pulumi:pulumi:getResource";

    private readonly ResourcePreparer preparer = new(deployment);

    /// <summary>Starts the registration of a resource; its outputs are settled when the engine is done with it.</summary>
    public void Start(Resource resource, bool custom, ResourceArgs args, ResourceOptions options, PendingOutputs outputs)
    {
        deployment.Tasks.Add(CompleteAsync());

        async Task CompleteAsync()
        {
            try
            {
                outputs.Resolve(await ReadOrRegisterAsync(resource, custom, args, options).ConfigureAwait(false));
            }
            catch (Exception failure)
            {
                outputs.Fail(failure);
                throw;
            }
        }
    }

    /// <summary>Completes a component once its outputs are settled.</summary>
    public void StartOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        deployment.Tasks.Add(RegisterOutputsAsync(component, outputs));

    private async Task<RegisteredResource> ReadOrRegisterAsync(Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            if (options.Urn is { } urn)
                return await FindAsync(urn).ConfigureAwait(false);

            if (options.Id is not null && await options.Id.ToOutput().GetValueAsync("").ConfigureAwait(false) is { Length: > 0 } id)
            {
                return custom
                    ? await ReadAsync(resource, id, args, options).ConfigureAwait(false)
                    : throw new ArgumentException($"The component '{resource.GetResourceName()}' cannot be read by id. Remove the option Id.");
            }

            return await RegisterAsync(resource, custom, args, options).ConfigureAwait(false);
        }
        catch (RpcException failure) when (!EngineStopped.IsCauseOf(failure))
        {
            throw Rejected(resource, failure);
        }
    }

    /// <summary>Looks up a resource that is registered already.</summary>
    private async Task<RegisteredResource> FindAsync(string urn)
    {
        var request = new ResourceInvokeRequest
        {
            Tok = GetResource,
            Args = new() { Fields = { ["urn"] = Google.Protobuf.WellKnownTypes.Value.ForString(urn) } },
            AcceptResources = EngineFeatures.AcceptsResources,
        };
        var response = await deployment.Settings.Monitor.InvokeAsync(request, deployment.CancellationToken).ConfigureAwait(false);
        if (response.Failures.Count > 0)
            throw new InvokeException(GetResource, response.Failures);

        var found = PropertyMarshaller.Unmarshal(response.Return);
        return new()
        {
            Urn = (found.GetOrNull("urn") as PropertyValue.StringValue)?.Value ?? urn,
            Id = (found.GetOrNull("id") as PropertyValue.StringValue)?.Value ?? "",
            State = (found.GetOrNull("state") as PropertyValue.ObjectValue)?.Members ?? PropertyMap.Empty,
            MissingAreKnown = !deployment.Settings.IsDryRun,
        };
    }

    private async Task<RegisteredResource> ReadAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await preparer.PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = RegistrationRequests.Read(resource, id, prepared, options);
        deployment.Registered?.Invoke(resource);
        var response = await deployment.Settings.Monitor.ReadResourceAsync(request, deployment.CancellationToken).ConfigureAwait(false);
        return new()
        {
            Urn = response.Urn,
            Id = id,
            State = PropertyMarshaller.Unmarshal(response.Properties),
            MissingAreKnown = !deployment.Settings.IsDryRun,
        };
    }

    private async Task<RegisteredResource> RegisterAsync(Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await preparer.PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = RegistrationRequests.Register(resource, custom, prepared, options);
        deployment.Registered?.Invoke(resource);
        var response = await deployment.Settings.Monitor.RegisterResourceAsync(request, deployment.CancellationToken).ConfigureAwait(false);
        return new()
        {
            Urn = response.Urn,
            Id = response.Id,
            State = PropertyMarshaller.Unmarshal(response.Object),
            PropertyDependencies = response.PropertyDependencies.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()),

            // What was not created, because it failed or was skipped, cannot tell what its outputs would be.
            MissingAreKnown = !deployment.Settings.IsDryRun && response.Result == Result.Success && !response.Unknown,
        };
    }

    private async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await component.Urn.GetValueAsync("").ConfigureAwait(false);
        var members = await outputs.GetValueAsync(ImmutableDictionary<string, object?>.Empty).ConfigureAwait(false);
        var serialized = await new Serializer()
            .SerializeAsync($"{component.GetResourceType()}::{component.GetResourceName()}", members.ToDictionary())
            .ConfigureAwait(false);

        var request = new RegisterResourceOutputsRequest
        {
            Urn = urn,
            Outputs = PropertyMarshaller.Marshal(
                serialized is PropertyValue.ObjectValue map ? map.Members : PropertyMap.Empty,
                MarshalOptions.KeepAll with { KeepResources = await deployment.Features.HasResourceReferencesAsync().ConfigureAwait(false) }),
        };
        try
        {
            await deployment.Settings.Monitor.RegisterResourceOutputsAsync(request, deployment.CancellationToken).ConfigureAwait(false);
        }
        catch (RpcException failure) when (!EngineStopped.IsCauseOf(failure))
        {
            throw Rejected(component, failure);
        }
    }

    private static ResourceException Rejected(Resource resource, RpcException failure) =>
        new($"The engine rejected '{resource.GetResourceName()}' ({resource.GetResourceType()}): {failure.Message}", resource, hideStack: true);
}
