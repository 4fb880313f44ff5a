using System.Globalization;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ThrottlingTests(ThrottlingTests.NarrowFixture sandbox) : IClassFixture<ThrottlingTests.NarrowFixture>
{
    [Fact]
    public async Task Empty_bucket_is_429_until_it_refills()
    {
        ArmReply reply;
        do
            reply = await sandbox.Deployer.GetAsync(sandbox.Subscription);
        while (reply.Status is 200);

        reply.ExpectError(429, "SubscriptionRequestsThrottled");
        Assert.Equal("0", reply.Headers["x-ms-ratelimit-remaining-subscription-reads"]);
        var seconds = int.Parse(reply.Headers["Retry-After"], CultureInfo.InvariantCulture);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));
        (await sandbox.Deployer.GetAsync(sandbox.Subscription)).Expect(200);
    }

    [Fact]
    public async Task Reads_writes_and_deletes_have_buckets_of_their_own()
    {
        var path = $"{sandbox.Subscription}/resourceGroups/bucket";

        var write = await sandbox.Deployer.PutAsync(path, """{ "location": "westeurope" }""");
        var deletion = await sandbox.Deployer.DeleteAsync(path);

        Assert.Equal("2", write.Expect(201).Headers["x-ms-ratelimit-remaining-subscription-writes"]);
        Assert.Equal("1", deletion.Expect(202).Headers["x-ms-ratelimit-remaining-subscription-deletes"]);
    }

    [Fact]
    public void Azures_own_limits_can_be_chosen()
    {
        Assert.Equal(new TokenBucketLimit(250, 25), SandboxThrottling.Azure.Reads);
        Assert.Equal(new TokenBucketLimit(200, 10), SandboxThrottling.Azure.Writes);
        Assert.Equal(new TokenBucketLimit(200, 10), SandboxThrottling.Azure.Deletes);
    }

    public sealed class NarrowFixture : ArmFixture
    {
        protected override SandboxThrottling Throttling { get; } = new(new(5, 0.5), new(3, 0.5), new(2, 0.5));
    }
}
