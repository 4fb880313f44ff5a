using System.Net.Http.Headers;
using System.Net.Http.Json;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Faults;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class DeepLakeProbeTests(ProbeFixture sandbox) : IClassFixture<ProbeFixture>, IDisposable
{
    private const string Scope = "https://management.azure.com/.default";
    private static readonly string Organization = SandboxOptions.DefaultDeepLakeOrganizationId.ToString();

    public void Dispose() => sandbox.Host.SetFaults([]);

    [Fact]
    public async Task Registered_identity_is_a_member_and_no_administrator()
    {
        var member = await sandbox.PrincipalAsync();
        await RegisterAsync(member);

        var membership = await AskAsync(DeepLakeAction.Member, member);
        var administration = await AskAsync(DeepLakeAction.Administer, member);

        Assert.Equal(new ProbeAnswer.Allowed("1 workspace"), membership);
        Assert.Equal(new ProbeAnswer.Refused(403, "Forbidden", "organization admin role required"), administration);
    }

    [Theory]
    [InlineData(DeepLakeAction.Member)]
    [InlineData(DeepLakeAction.Administer)]
    public async Task Identity_that_is_not_registered_is_refused(object action) =>
        Assert.Equal(
            new ProbeAnswer.Refused(401, "Unauthorized", "workload identity is not registered"),
            await AskAsync((DeepLakeAction)action, await sandbox.PrincipalAsync()));

    [Fact]
    public async Task Identity_of_another_organization_is_refused()
    {
        var member = await sandbox.PrincipalAsync();
        await RegisterAsync(member);

        var answer = await AskAsync(DeepLakeAction.Member, member, organization: Guid.NewGuid().ToString());

        Assert.IsType<ProbeAnswer.Refused>(answer);
    }

    [Theory]
    [InlineData(404, typeof(ProbeAnswer.Missing))]
    [InlineData(403, typeof(ProbeAnswer.Refused))]
    [InlineData(429, typeof(ProbeAnswer.Unavailable))]
    [InlineData(500, typeof(ProbeAnswer.Unavailable))]
    public async Task Failure_of_the_service_is_told_by_its_status(int status, Type expected)
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Error, Endpoint = "deepLake", Status = status, Count = null }]);

        Assert.IsType(expected, await AskAsync(DeepLakeAction.Administer, await sandbox.PrincipalAsync()));
    }

    [Fact]
    public async Task Lost_connection_is_unavailable()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.ResetBefore, Endpoint = "deepLake", Count = null }]);

        Assert.IsType<ProbeAnswer.Unavailable>(await AskAsync(DeepLakeAction.Member, await sandbox.PrincipalAsync()));
    }

    [Fact]
    public async Task Host_that_does_not_answer_or_is_not_known_is_unavailable()
    {
        var somebody = await sandbox.PrincipalAsync();

        Assert.IsType<ProbeAnswer.Unavailable>(await AskAsync(DeepLakeAction.Member, somebody, new Uri($"https://localhost:{ProbeFixture.ClosedPort()}/")));
        Assert.IsType<ProbeAnswer.Unavailable>(await AskAsync(DeepLakeAction.Member, somebody, new Uri("https://api.deeplake.invalid/")));
    }

    private Task<ProbeAnswer> AskAsync(DeepLakeAction action, ProbePrincipal principal, Uri? api = null, string? organization = null) =>
        new DeepLakeProbe(sandbox.Transport, api ?? sandbox.Host.Connection.DeepLake, organization ?? Organization, action, Scope)
            .AskAsync(principal.Credential, CancellationToken.None);

    private async Task RegisterAsync(ProbePrincipal principal)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(sandbox.Host.Connection.DeepLake, $"organizations/{Organization}/workload-identities"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(sandbox.Host.Connection.DeepLakeTokenFile)).Trim());
        request.Content = JsonContent.Create(new
        {
            name = "worker",
            workload_identity_data = new { type = "azure", azure_client_id = principal.ClientId, azure_tenant_id = sandbox.Host.Connection.TenantId.ToString() },
        });
        using var response = await sandbox.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
