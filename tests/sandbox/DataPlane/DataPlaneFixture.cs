using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

/// <summary>A sandbox with an identity that may do nothing until a test gives it a role.</summary>
public sealed class DataPlaneFixture : ArmFixture
{
    private int _count;

    internal Uri Endpoint(SandboxEndpoint endpoint) => Host.Context.AddressOf(endpoint);

    /// <summary>A name that no other test has.</summary>
    internal string Name(string prefix) => $"{prefix}{Interlocked.Increment(ref _count)}";

    /// <summary>An identity and how to get tokens for it.</summary>
    internal async Task<(TestIdentity Identity, Func<string, Task<string>> TokenFor)> WorkerAsync(string group)
    {
        var identity = await IdentityAsync(group, "id-worker");
        await SignInAsync(identity);
        return (identity, scope => TokenAsync(identity.ClientId, "tests", "tester", scope));
    }

    internal static HttpRequestMessage Request(HttpMethod method, Uri address, string? token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
