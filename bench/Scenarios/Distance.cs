using System.Text.Json;
using Provisioning.Bench.Measuring;
using Provisioning.Bench.Subjects;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Bench.Scenarios;

/// <summary>A first deployment to a cloud that is far away, or that limits how much it may be asked.</summary>
/// <param name="Tool">The build of the command line.</param>
/// <param name="Name">What the cloud is like.</param>
/// <param name="Resources">The resources of the stack.</param>
/// <param name="Requests">The requests that were answered.</param>
/// <param name="Refused">The requests among them that were refused as too many.</param>
/// <param name="Chain">The resources that depend on one another in the longest chain.</param>
/// <param name="Parallel">The operations that may run at once.</param>
/// <param name="Bound">The least time in which any engine could do it.</param>
/// <param name="BoundBy">What makes that the least.</param>
/// <param name="Sample">What it took.</param>
internal sealed record DistanceResult(
    string Tool, string Name, int Resources, int Requests, int Refused, int Chain, int Parallel, TimeSpan Bound, string BoundBy, Sample? Sample);

/// <summary>Measures how near a deployment comes to the least time that latency and throttling allow.</summary>
/// <param name="meter">Runs commands.</param>
/// <param name="build">The command line.</param>
/// <param name="repository">The repository's root.</param>
internal sealed class Distance(ProcessMeter meter, ProvisionBuild build, string repository)
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    /// <summary>Each request takes 50 ms longer.</summary>
    /// <param name="size">The size of the stack.</param>
    /// <param name="parallel">The operations that may run at once.</param>
    /// <param name="cancellationToken">Stops measuring.</param>
    public async Task<DistanceResult> MeasureLatencyAsync(int size, int parallel, CancellationToken cancellationToken)
    {
        await using var stack = await CreateAsync(size, options => options, cancellationToken);
        var sample = await UpAsync(stack, parallel, cancellationToken);
        var requests = Calls(stack.Requests);
        var chain = LongestChain(stack.State());
        var (bound, by) = Largest((chain * Latency, "the longest chain"), (requests.Count * Latency / parallel, "requests ÷ operations at once"));
        return new DistanceResult(build.Name, "50 ms a request", stack.ResourceCount, requests.Count, Refused(requests), chain, parallel, bound, by, sample);
    }

    /// <summary>Each request takes 50 ms longer, and Resource Manager refuses more than Azure's documented limits.</summary>
    /// <param name="size">The size of the stack.</param>
    /// <param name="parallel">The operations that may run at once.</param>
    /// <param name="cancellationToken">Stops measuring.</param>
    public async Task<DistanceResult> MeasureThrottlingAsync(int size, int parallel, CancellationToken cancellationToken)
    {
        await using var stack = await CreateAsync(size, options => options with { Throttling = SandboxThrottling.Azure }, cancellationToken);
        var sample = await UpAsync(stack, parallel, cancellationToken);
        var requests = Calls(stack.Requests);
        var served = requests.Where(request => request.Status != 429 && request.Endpoint == "resourceManager").ToList();
        var chain = LongestChain(stack.State());
        var (bound, by) = Largest(
            (chain * Latency, "the longest chain"),
            (AllowedIn(served.Count(request => request.IsWrite), SandboxThrottling.Azure.Writes), "writes ÷ their allowed rate"),
            (AllowedIn(served.Count(request => !request.IsWrite), SandboxThrottling.Azure.Reads), "reads ÷ their allowed rate"));
        return new DistanceResult(build.Name, "50 ms a request, Azure's throttles", stack.ResourceCount, requests.Count, Refused(requests), chain, parallel, bound, by, sample);
    }

    private Task<ProvisionStack> CreateAsync(int size, Func<SandboxOptions, SandboxOptions> options, CancellationToken cancellationToken)
    {
        var latency = new FaultRule { Kind = FaultKind.Latency, Delay = Latency, Count = null };
        return ProvisionStack.CreateAsync(build, repository, StackDocumentText.OfSize(size), given => options(given with { Faults = [latency] }), cancellationToken);
    }

    private Task<Sample?> UpAsync(ProvisionStack stack, int parallel, CancellationToken cancellationToken) =>
        meter.RunAsync(stack.Provision("up", "--yes", "--skip-preview", "--parallel", $"{parallel}"), cancellationToken);

    private static List<RequestEntry> Calls(IRequestLog log)
    {
        var requests = log.Read(0);
        return requests.Count == log.Count ? [.. requests] : throw new BenchException($"The sandbox remembers {requests.Count} of {log.Count} requests; measure a smaller stack.");
    }

    private static int Refused(List<RequestEntry> requests) => requests.Count(request => request.Status == 429);

    /// <summary>How long a token bucket takes to let a number of requests through.</summary>
    private static TimeSpan AllowedIn(int requests, TokenBucketLimit limit) => TimeSpan.FromSeconds(Math.Max(0, requests - limit.Size) / limit.RefillPerSecond);

    private static (TimeSpan Time, string By) Largest(params ReadOnlySpan<(TimeSpan Time, string By)> bounds)
    {
        var largest = bounds[0];
        foreach (var bound in bounds)
            largest = bound.Time > largest.Time ? bound : largest;
        return largest;
    }

    /// <summary>The resources of the cloud that depend on one another in the longest chain; the state has them in order.</summary>
    private static int LongestChain(JsonElement state)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in state.GetProperty("checkpoint").GetProperty("latest").GetProperty("resources").EnumerateArray())
        {
            var before = resource.TryGetProperty("dependencies", out var dependencies) ? dependencies.EnumerateArray().Select(urn => urn.GetString() ?? "") : [];
            var depth = before.Select(urn => depths.GetValueOrDefault(urn)).DefaultIfEmpty(0).Max();
            depths[resource.GetProperty("urn").GetString() ?? ""] = depth + (resource.GetProperty("custom").GetBoolean() ? 1 : 0);
        }

        return depths.Values.DefaultIfEmpty(0).Max();
    }
}
