using System.Globalization;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>The headers that tell a client to come back, and where.</summary>
/// <param name="Status">Route of <c>Azure-AsyncOperation</c>, or null when the provider does not send it.</param>
/// <param name="Result">Route of <c>Location</c>, or null when the provider does not send it.</param>
internal sealed record Polling(PollingRoute? Status, PollingRoute? Result)
{
    /// <summary>Adds the headers of an operation to the answer that begins it.</summary>
    public ArmResponse Announce(
        ArmResponse response,
        LongRunningOperation operation,
        string location,
        ArmRequest request,
        SandboxContext sandbox)
    {
        var headers = new Dictionary<string, string>(response.Headers) { ["Retry-After"] = RetryAfter(sandbox) };
        if (Status is not null)
            headers["Azure-AsyncOperation"] = Status.AddressOf(operation, location, request, sandbox);
        if (Result is not null)
            headers["Location"] = Result.AddressOf(operation, location, request, sandbox);
        return response with { Headers = headers };
    }

    /// <summary>What <c>Retry-After</c> says, in seconds.</summary>
    public static string RetryAfter(SandboxContext sandbox) =>
        Math.Ceiling(sandbox.Options.Delays.PollInterval.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
