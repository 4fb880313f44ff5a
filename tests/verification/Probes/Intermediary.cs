using System.Net;

namespace Provisioning.Verification.Tests.Probes;

/// <summary>A proxy that answers in a service's place with a page; lets the reading of Deep Lake's workspaces through when told to.</summary>
internal sealed class Intermediary(HttpStatusCode status, bool letsReadsThrough = false) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(letsReadsThrough && request.Method == HttpMethod.Get
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[]") }
            : new HttpResponseMessage(status) { Content = new StringContent("<html><body>No.</body></html>") });
}
