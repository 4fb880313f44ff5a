using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls methods of resources.</summary>
internal sealed class MethodCaller(Deployment deployment)
{
    private const string Self = "__self__";

    /// <summary>Calls a method; its arguments carry their dependencies, and the result those that the engine returns.</summary>
    public Output<T> Call<T>(string token, CallArgs? args, Resource? self, CallOptions? options)
    {
        return new(CallAsync());

        async Task<OutputData<T>> CallAsync()
        {
            var request = await PrepareAsync(token, args, self, options).ConfigureAwait(false);
            var response = await CallEngineAsync(request).ConfigureAwait(false);
            var returned = new PropertyValue.ObjectValue(PropertyMarshaller.Unmarshal(response.Return));
            var result = PropertyReader.Read(returned, typeof(T), $"result of {token}");
            var dependencies = response.ReturnDependencies.Values.SelectMany(entry => entry.Urns).Distinct().Select(urn => new DependencyResource(urn));
            return new(
                result.Value is T typed ? typed : default,
                result.Traits with { Resources = result.Traits.Resources.Union(dependencies) });
        }
    }

    private async Task<CallResponse> CallEngineAsync(ResourceCallRequest request)
    {
        try
        {
            var response = await deployment.Settings.Monitor.CallAsync(request, deployment.CancellationToken).ConfigureAwait(false);
            return response.Failures.Count == 0 ? response : throw new InvokeException(request.Tok, response.Failures);
        }
        catch (RpcException failure) when (!EngineStopped.IsCauseOf(failure))
        {
            throw new InvokeException(request.Tok, failure);
        }
    }

    private async Task<ResourceCallRequest> PrepareAsync(string token, CallArgs? args, Resource? self, CallOptions? options)
    {
        var keepReferences = await deployment.Features.HasResourceReferencesAsync().ConfigureAwait(false);
        var keepOutputValues = await deployment.Features.HasOutputValuesAsync().ConfigureAwait(false);
        var provider = options?.Provider ?? self?.FindProvider(self.GetResourceType()) ?? options?.Parent?.FindProvider(token);
        var request = new ResourceCallRequest
        {
            Tok = token,
            Provider = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
        };

        var arguments = new Dictionary<string, object?>((args ?? CallArgs.Empty).ToDictionary(), StringComparer.Ordinal);
        if (self is not null)
            arguments[Self] = self;

        var inputs = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, argument) in arguments)
        {
            var serializer = new Serializer(keepOutputValues, dependOnReferences: !keepReferences);
            var value = await serializer.SerializeAsync($"call:{token}.{key}", argument).ConfigureAwait(false);
            if (value is PropertyValue.NullValue)
                continue;

            inputs.Add(KeyValuePair.Create(key, value));
            request.ArgDependencies[key] = new() { Urns = { await DependencyUrns.OfAsync(serializer.Dependencies).ConfigureAwait(false) } };
        }

        request.Args = PropertyMarshaller.Marshal(PropertyMap.Create(inputs), MarshalOptions.KeepAll with { KeepResources = keepReferences });
        return request;
    }
}
