using System.Net;
using System.Net.Http.Json;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Faults;

public sealed class FaultTests(ArmFixture sandbox) : IClassFixture<ArmFixture>, IDisposable
{
    private const string Body = """{ "location": "westeurope" }""";

    public void Dispose() => sandbox.Host.SetFaults([]);

    [Fact]
    public async Task Answer_is_lost_after_the_request_took_effect()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.ResetAfter, Method = "PUT", Path = "/resourceGroups/lost" }]);

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Deployer.PutAsync(Group("lost"), Body));

        (await sandbox.Deployer.GetAsync(Group("lost"))).Expect(200);
    }

    [Fact]
    public async Task Request_is_lost_before_it_took_effect()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.ResetBefore, Method = "PUT", Path = "/resourceGroups/early" }]);

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Deployer.PutAsync(Group("early"), Body));

        (await sandbox.Deployer.GetAsync(Group("early"))).ExpectError(404, "ResourceGroupNotFound");
    }

    [Fact]
    public async Task Answer_ends_in_the_middle()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Truncate, Method = "PUT", Path = "/resourceGroups/half" }]);

        await Assert.ThrowsAnyAsync<Exception>(() => sandbox.Deployer.PutAsync(Group("half"), Body));

        (await sandbox.Deployer.GetAsync(Group("half"))).Expect(200);
    }

    [Fact]
    public async Task Request_is_throttled_with_a_time_to_wait()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Throttle, Path = "/resourceGroups/busy", Delay = TimeSpan.FromSeconds(7) }]);

        var reply = await sandbox.Deployer.PutAsync(Group("busy"), Body);

        reply.ExpectError(429, "TooManyRequests");
        Assert.Equal("7", reply.Headers["Retry-After"]);
        (await sandbox.Deployer.PutAsync(Group("busy"), Body)).Expect(201);
    }

    [Fact]
    public async Task Token_counts_no_longer()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.ExpireToken, Path = "/resourceGroups/signed-out" }]);

        var reply = await sandbox.Deployer.PutAsync(Group("signed-out"), Body);

        reply.ExpectError(401, "ExpiredAuthenticationToken");
        Assert.Contains("error=\"insufficient_claims\"", reply.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        (await sandbox.Deployer.GetAsync(Group("signed-out"))).ExpectError(404, "ResourceGroupNotFound");
    }

    [Theory]
    [InlineData(500, "InternalServerError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Service_fails_without_effect(int status, string code)
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Error, Status = status, Method = "PUT" }]);

        (await sandbox.Deployer.PutAsync(Group($"down{status}"), Body)).ExpectError(status, code);

        (await sandbox.Deployer.GetAsync(Group($"down{status}"))).ExpectError(404, "ResourceGroupNotFound");
    }

    [Fact]
    public async Task Answer_comes_late()
    {
        var delay = TimeSpan.FromMinutes(1);
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Latency, Delay = delay, Path = "/subscriptions" }]);
        var delayed = sandbox.Clock.TimerAsync(delay);

        var request = sandbox.Deployer.GetAsync(sandbox.Subscription);
        await delayed;
        Assert.False(request.IsCompleted);
        sandbox.Clock.Advance(delay);

        (await request).Expect(200);
    }

    [Fact]
    public async Task Rule_hits_from_the_nth_request_for_as_often_as_it_says()
    {
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Error, Path = "resourceGroups/*nth", From = 2, Count = 2 }]);

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 5; attempt++)
            statuses.Add((await sandbox.Deployer.PutAsync(Group("the-nth"), Body)).Status);

        Assert.Equal([201, 500, 500, 200, 200], statuses);
    }

    [Fact]
    public async Task Rules_are_set_and_read_by_administration()
    {
        var address = new Uri(sandbox.Host.Connection.Admin, "_sandbox/faults");
        var client = sandbox.Client();
        using var posted = await client.PostAsJsonAsync(address, new[] { new { kind = "error", path = "/resourceGroups/posted", status = 502 } }, ReflectedJson.Options);

        Assert.Equal(HttpStatusCode.NoContent, posted.StatusCode);
        Assert.Equal(
            """[{"kind":"error","method":null,"path":"/resourceGroups/posted","endpoint":null,"from":1,"count":1,"probability":1,"status":502,"message":"The sandbox was told to fail this request.","delay":"00:00:01"}]""",
            await client.GetStringAsync(address));
        (await sandbox.Deployer.PutAsync(Group("posted"), Body)).ExpectError(502, "BadGateway");
    }

    private string Group(string name) => $"{sandbox.Subscription}/resourceGroups/{name}";
}
