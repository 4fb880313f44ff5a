using System.Net;
using Azure.Core.Pipeline;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests;

/// <summary>Every service at once: answers by the path of a request, and keeps what was asked.</summary>
/// <param name="answer">The answer to a path with its query.</param>
internal sealed class FakeService(Func<string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    private readonly List<string> paths = [];

    /// <summary>A service that gives every request the same answer.</summary>
    public FakeService(HttpStatusCode status, string body)
        : this(_ => (status, body))
    {
    }

    /// <summary>The paths that were asked for, in order.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (paths)
                return [.. paths];
        }
    }

    /// <summary>The cloud that consists of this service.</summary>
    public VerificationTarget Target(TimeProvider? time = null) => new()
    {
        Transport = new HttpClientTransport(this),
        Observer = new FixedCredential(),
        TenantId = SampleStack.Tenant,
        SubscriptionId = SampleStack.Subscription,
        Authority = new Uri("https://login.example/"),
        IsPrivate = true,
        ResourceManager = new Uri("https://management.example/"),
        ResourceManagerScope = "https://management.example/.default",
        VaultScope = "https://vault.example/.default",
        DeepLake = new Uri("https://deeplake.example/"),
        Time = time ?? new ManualClock(),
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri?.PathAndQuery ?? "";
        lock (paths)
            paths.Add(path);
        var (status, body) = answer(path);
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body) });
    }
}
