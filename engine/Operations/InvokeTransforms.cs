using System.Collections.Immutable;
using Provisioning.Engine.Callbacks;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Has functions of the program change its calls of provider functions, one after the other. Thread-safe.</summary>
internal sealed class InvokeTransforms(CallbackClients callbacks)
{
    private ImmutableArray<Callback> ofStack = [];

    /// <summary>Applies a transform to every call from now on.</summary>
    public void AddToStack(Callback transform) =>
        ImmutableInterlocked.Update(ref ofStack, (all, added) => all.Add(added), transform);

    /// <summary>The call as the transforms want it; the very same when there are none.</summary>
    /// <exception cref="Protocol.Rpc.RpcException">A transform failed.</exception>
    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        var transforms = ofStack;
        if (transforms.IsEmpty)
            return request;

        var result = request.Clone();
        foreach (var transform in transforms)
        {
            var question = new TransformInvokeRequest
            {
                Token = result.Tok,
                Args = result.Args,
                Options = new TransformInvokeOptions
                {
                    Provider = result.Provider,
                    PluginDownloadUrl = result.PluginDownloadURL,
                    Version = result.Version,
                    PluginChecksums = { result.PluginChecksums },
                },
            };
            var answer = await callbacks.InvokeAsync(transform, question, TransformInvokeResponse.Parser, cancellationToken).ConfigureAwait(false);
            result.Args = answer.Args ?? result.Args;
            if (answer.Options is not { } options)
                continue;

            result.Provider = options.Provider;
            result.PluginDownloadURL = options.PluginDownloadUrl;
            result.Version = options.Version;
            result.PluginChecksums.Clear();
            result.PluginChecksums.Add(options.PluginChecksums);
        }

        return result;
    }
}
