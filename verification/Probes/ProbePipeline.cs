using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>
/// The pipeline of every probe: it repeats a request after lost connections, 408, 429 and 5xx, and never after 401, 403 or 404, as these
/// are the answers that probes are for. A <c>Retry-After</c> header is honoured.
/// </summary>
internal static class ProbePipeline
{
    private const int Retries = 2;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Makes a pipeline.</summary>
    /// <param name="transport">What sends the requests, and whom it trusts.</param>
    public static HttpPipeline Create(HttpPipelineTransport transport)
    {
        var options = new Options
        {
            Transport = transport,
            Retry = { Mode = RetryMode.Exponential, MaxRetries = Retries, Delay = Delay, MaxDelay = LongestDelay, NetworkTimeout = Timeout },
            Diagnostics = { ApplicationId = "provision-verify", IsLoggingEnabled = false, IsDistributedTracingEnabled = false },
        };
        return HttpPipelineBuilder.Build(options);
    }

    private sealed class Options : ClientOptions;
}
