using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Infra.Model;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

/// <summary>What comes from no service must prove nothing, neither that somebody may nor that he may not.</summary>
public sealed class IntermediaryTests
{
    private const string Scope = "https://management.azure.com/.default";
    private static readonly Uri Api = new("https://api.example/");

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Page_in_place_of_a_list_is_no_permission(HttpStatusCode status)
    {
        using var client = new HttpClient(new Intermediary(status));
        IProbe[] probes = Probes(new HttpClientTransport(client));

        foreach (var probe in probes)
            Assert.IsType<ProbeAnswer.Unavailable>(await probe.AskAsync(new FixedCredential(), CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Page_in_place_of_a_refusal_is_no_proof_against_an_administrator(HttpStatusCode status)
    {
        using var client = new HttpClient(new Intermediary(status, letsReadsThrough: true));
        var probe = new DeepLakeProbe(new HttpClientTransport(client), Api, "organization", DeepLakeAction.Administer, Scope);

        Assert.IsType<ProbeAnswer.Unavailable>(await probe.AskAsync(new FixedCredential(), CancellationToken.None));
    }

    [Fact]
    public async Task Failure_to_get_a_token_is_the_callers()
    {
        using var client = new HttpClient(new Intermediary(HttpStatusCode.OK));

        foreach (var probe in Probes(new HttpClientTransport(client)))
            await Assert.ThrowsAsync<CredentialUnavailableException>(() => probe.AskAsync(new NoCredential(), CancellationToken.None));
    }

    private static IProbe[] Probes(HttpPipelineTransport transport) =>
    [
        new RegistryProbe(transport, "images.example", RegistryAction.Pull),
        new RegistryProbe(transport, "images.example", RegistryAction.Push),
        new BlobProbe(transport, new Uri(Api, "data"), BlobAction.Read),
        new DeepLakeProbe(transport, Api, "organization", DeepLakeAction.Member, Scope),
        new ResourceManagerProbe(transport, Api, ArmId.Parse($"/subscriptions/{Guid.Empty}"), "A.B/c/read", Scope),
    ];

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("There is no credential.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(Task.FromException<AccessToken>(new CredentialUnavailableException("There is no credential.")));
    }
}
