using System.Collections.Immutable;
using System.Net;
using Azure.Core;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Platforms;

public sealed class SandboxPlatformTests
{
    private const string Someone = "5a9db0c5-0000-4000-8000-00000000a2d1";

    private const string Pods = "podIdentities:\n  scorer: { cluster: aks, identity: scorer, namespace: scoring, selector: scorer }";

    private readonly RecordingHosts hosts = new();

    [Fact]
    public async Task Workload_comes_with_a_token_of_each_trust()
    {
        var access = await EnterAsync(SampleStack.WithWorkload(), "workloads.train", HttpStatusCode.OK, "{}");

        var open = Assert.IsType<PlatformAccess.Open>(access);
        Assert.Equal($"a token of {SampleStack.Issuer}", Assert.Single(open.SignIns).How);
        Assert.NotNull(open.Assertions);
    }

    [Theory]
    [InlineData("podIdentities.scorer", "client-scorer")]
    [InlineData("clusters.aks.kubelet", null)]
    public async Task Host_is_started_in_the_environment_that_the_sandbox_gives(string actor, string? clientId)
    {
        Assert.IsType<PlatformAccess.Open>(await EnterAsync(SampleStack.With(Pods), actor, HttpStatusCode.OK, """{ "environment": { "MSI_ENDPOINT": "http://host" } }"""));

        Assert.Equal(("http://host", clientId), Assert.Single(hosts.Started));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Host_that_is_gone_is_refused_with_what_the_sandbox_says(HttpStatusCode status) =>
        Assert.Equal("gone", Assert.IsType<PlatformAccess.Refused>(await EnterAsync(SampleStack.With(Pods), "podIdentities.scorer", status, "\"gone\"")).Reason);

    [Fact]
    public async Task Identity_of_Azure_alone_is_closed() => Assert.IsType<PlatformAccess.Closed>(await EnterAsync(
        SampleStack.With($"grants:\n  someone: {{ principal: {{ objectId: {Someone}, kind: user }}, role: Reader, scope: registries.private, reason: audit }}"),
        Someone,
        HttpStatusCode.OK,
        "{}"));

    [Fact]
    public async Task Identity_of_a_workspace_is_open_as_to_Azure_Machine_Learning() => Assert.IsType<PlatformAccess.Open>(await EnterAsync(
        SampleStack.With(""), "workspaces.main", HttpStatusCode.OK, """{ "environment": { "MSI_ENDPOINT": "http://host" } }"""));

    [Fact]
    public async Task Token_file_is_its_owners_alone_and_goes_in_the_end()
    {
        var files = new TokenFiles();

        var path = await files.WriteAsync("token", CancellationToken.None);

        Assert.Equal("token", await File.ReadAllTextAsync(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        files.Dispose();
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private async Task<PlatformAccess> EnterAsync(SampleStack stack, string name, HttpStatusCode status, string body)
    {
        var service = new FakeService(status, body);
        using var admin = new HttpClient(service);
        admin.BaseAddress = new Uri("https://admin.example/");
        await using var platform = new SandboxPlatform(admin, new EntraClient(service.Target()), hosts);
        var actors = new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors();
        return await platform.EnterAsync(actors.First(actor => actor.Name == name), CancellationToken.None);
    }

    private sealed class RecordingHosts : IIdentityHosts
    {
        public List<(string Endpoint, string? ClientId)> Started { get; } = [];

        public TokenCredential Start(ImmutableDictionary<string, string> environment, string? clientId)
        {
            Started.Add((environment["MSI_ENDPOINT"], clientId));
            return new FixedCredential();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
