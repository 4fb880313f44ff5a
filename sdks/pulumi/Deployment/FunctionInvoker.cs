using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class FunctionInvoker(Deployment deployment)
{
    /// <summary>
    /// Calls a function once its arguments are known; the result depends on what they come from, and is secret when one of them is:
    /// it may tell it.
    /// </summary>
    public Output<T> InvokeOutput<T>(string token, InvokeArgs? args, InvokeOptions? options, FunctionResult part)
    {
        return new(InvokeOutputAsync());

        async Task<OutputData<T>> InvokeOutputAsync()
        {
            var serializer = new Serializer();
            var arguments = await SerializeAsync(serializer, token, args).ConfigureAwait(false);
            var dependsOn = options is InvokeOutputOptions output
                ? await ResourcePreparer.KnownAsync(output.DependsOn).ConfigureAwait(false)
                : [];

            var resources = DependencyUrns.Expand(serializer.Dependencies.Concat(dependsOn));
            var traits = OutputTraits.Plain with { Resources = [.. resources], IsSecret = arguments.Values.Any(Holds<PropertyValue.SecretValue>) };
            if (arguments.Values.Any(Holds<PropertyValue.UnknownValue>) || !await AreCreatedAsync(resources).ConfigureAwait(false))
                return new(default, traits with { IsKnown = false });

            var result = await CallAsync<T>(token, arguments, options, part).ConfigureAwait(false);
            return new(result.Value, traits.Join(result.Traits));
        }
    }

    /// <summary>Calls a function with the arguments as they are and gives the plain result.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options, FunctionResult part)
    {
        var arguments = await SerializeAsync(new Serializer(), token, args).ConfigureAwait(false);
        return (await CallAsync<T>(token, arguments, options, part).ConfigureAwait(false)).Value;
    }

    /// <summary>Arguments of a function or method by wire name.</summary>
    public static async Task<PropertyMap> SerializeAsync(Serializer serializer, string token, InputArgs? args) =>
        await serializer.SerializeAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false) is PropertyValue.ObjectValue map
            ? map.Members
            : PropertyMap.Empty;

    private static async Task<bool> AreCreatedAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources.OfType<CustomResource>())
        {
            if (!(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
                return false;
        }

        return true;
    }

    /// <summary>Whether a value is of a kind, or has one of the kind inside.</summary>
    private static bool Holds<TKind>(PropertyValue value)
        where TKind : PropertyValue => value is TKind || value switch
        {
            PropertyValue.SecretValue secret => Holds<TKind>(secret.Element),
            PropertyValue.ArrayValue array => array.Items.Any(Holds<TKind>),
            PropertyValue.ObjectValue map => map.Members.Values.Any(Holds<TKind>),
            _ => false,
        };

    private async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        try
        {
            var response = await deployment.Settings.Monitor.InvokeAsync(request, deployment.CancellationToken).ConfigureAwait(false);
            return response.Failures.Count == 0 ? response : throw new InvokeException(request.Tok, response.Failures);
        }
        catch (RpcException failure) when (!EngineStopped.IsCauseOf(failure))
        {
            throw new InvokeException(request.Tok, failure);
        }
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, PropertyMap arguments, InvokeOptions? options, FunctionResult part)
    {
        var keepReferences = await deployment.Features.HasResourceReferencesAsync().ConfigureAwait(false);
        var provider = options?.Provider ?? options?.Parent?.FindProvider(token);
        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = PropertyMarshaller.Marshal(arguments, MarshalOptions.KeepAll with { KeepResources = keepReferences }),
            Provider = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = EngineFeatures.AcceptsResources,
        };

        var response = await InvokeAsync(request).ConfigureAwait(false);
        if (response.Unknown)
            return new(default, OutputTraits.Plain with { IsKnown = false });

        var returned = PropertyMarshaller.Unmarshal(response.Return);
        var value = part switch
        {
            FunctionResult.Whole => new PropertyValue.ObjectValue(returned),
            FunctionResult.SingleMember => returned.Values.FirstOrDefault() ?? PropertyValue.Null,
            _ => throw new InvalidOperationException($"Unhandled part {part}."),
        };
        var result = PropertyReader.Read(value, typeof(T), $"result of {token}");
        return new(result.Value is T typed ? typed : default, result.Traits);
    }
}
