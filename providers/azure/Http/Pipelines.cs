using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Providers.Azure.Http;

/// <summary>Builds pipelines that send once and log nothing: what to repeat and what to tell is decided by operations.</summary>
internal static class Pipelines
{
    /// <summary>A pipeline over a transport.</summary>
    public static HttpPipeline Build(HttpPipelineTransport transport, params HttpPipelinePolicy[] policies)
    {
        var options = new Options { Transport = transport };
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.ApplicationId = "provisioning";
        return HttpPipelineBuilder.Build(options, policies);
    }

    private sealed class Options : ClientOptions;
}
