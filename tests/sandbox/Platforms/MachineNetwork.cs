namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>The network of a machine, on which the address of the instance metadata service leads to one host of the sandbox.</summary>
internal sealed class MachineNetwork(HttpClient client, Uri host) : HttpMessageHandler
{
    private const string MetadataAddress = "169.254.169.254";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(MetadataAddress, request.RequestUri?.Host);
        using var forwarded = new HttpRequestMessage(request.Method, new Uri(host, request.RequestUri?.PathAndQuery));
        foreach (var (name, values) in request.Headers)
            forwarded.Headers.TryAddWithoutValidation(name, values);
        return await client.SendAsync(forwarded, cancellationToken);
    }
}
