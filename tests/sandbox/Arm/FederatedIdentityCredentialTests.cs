namespace Provisioning.Sandbox.Tests.Arm;

public sealed class FederatedIdentityCredentialTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private async Task<string> ParentAsync() => (await sandbox.IdentityAsync(await sandbox.GroupAsync())).Id + "/federatedIdentityCredentials";

    [Fact]
    public async Task Put_creates_then_updates()
    {
        var parent = await ParentAsync();

        var created = (await sandbox.Deployer.PutAsync($"{parent}/train", Bodies.Credential("system:serviceaccount:ml:train"))).Expect(201);
        var updated = (await sandbox.Deployer.PutAsync($"{parent}/train", Bodies.Credential("system:serviceaccount:ml:other"))).Expect(200);

        Assert.Equal("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials", created.Text("type"));
        Assert.Equal("system:serviceaccount:ml:other", updated.Property("subject"));
        Assert.Null(updated.At("location"));
    }

    [Theory]
    [InlineData("""{ "properties": { "issuer": "https://i.example", "subject": "s", "audiences": [] } }""", "exactly one audience")]
    [InlineData("""{ "properties": { "issuer": "https://i.example", "subject": "s", "audiences": ["a", "b"] } }""", "exactly one audience")]
    [InlineData("""{ "properties": { "issuer": "https://i.example", "audiences": ["a"] } }""", "empty properties")]
    [InlineData("""{ "properties": { "issuer": "not a url", "subject": "s", "audiences": ["a"] } }""", "issuer")]
    public async Task Body_against_the_rules_is_400(string body, string hint)
    {
        var reply = await sandbox.Deployer.PutAsync($"{await ParentAsync()}/bad", body);

        reply.ExpectError(400, "BadRequest");
        Assert.Contains(hint, reply.Message);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("has.dot")]
    [InlineData("_leading")]
    public async Task Name_against_the_rules_is_400(string name) =>
        (await sandbox.Deployer.PutAsync($"{await ParentAsync()}/{name}", Bodies.Credential("s"))).ExpectError(400, "BadRequest");

    [Fact]
    public async Task Pair_of_issuer_and_subject_is_unique_within_an_identity()
    {
        var parent = await ParentAsync();
        await sandbox.Deployer.PutAsync($"{parent}/one", Bodies.Credential("same"));

        var reply = await sandbox.Deployer.PutAsync($"{parent}/two", Bodies.Credential("same"));

        reply.ExpectError(400, "BadRequest");
        Assert.Contains("Issuer and subject combination already exists", reply.Message);
        (await sandbox.Deployer.PutAsync($"{await ParentAsync()}/two", Bodies.Credential("same"))).Expect(201);
    }

    [Fact]
    public async Task Subjects_that_differ_in_case_are_two()
    {
        var parent = await ParentAsync();
        await sandbox.Deployer.PutAsync($"{parent}/one", Bodies.Credential("repo:Org/App"));

        (await sandbox.Deployer.PutAsync($"{parent}/two", Bodies.Credential("repo:org/app"))).Expect(201);
    }

    [Fact]
    public async Task Twenty_first_is_refused()
    {
        var parent = await ParentAsync();
        for (var number = 1; number <= 20; number++)
            (await sandbox.Deployer.PutAsync($"{parent}/fic-{number}", Bodies.Credential($"s{number}"))).Expect(201);

        (await sandbox.Deployer.PutAsync($"{parent}/fic-21", Bodies.Credential("s21"))).ExpectError(400, "BadRequest");
        (await sandbox.Deployer.PutAsync($"{parent}/fic-20", Bodies.Credential("changed"))).Expect(200);
        Assert.Equal(20, (await sandbox.Deployer.GetAsync(parent)).Names().Count);
    }

    [Fact]
    public async Task Deletion_is_200_then_204()
    {
        var parent = await ParentAsync();
        await sandbox.Deployer.PutAsync($"{parent}/gone", Bodies.Credential("s"));

        (await sandbox.Deployer.DeleteAsync($"{parent}/gone")).Expect(200);
        (await sandbox.Deployer.DeleteAsync($"{parent}/gone")).Expect(204);
        (await sandbox.Deployer.GetAsync($"{parent}/gone")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Patch_is_not_defined()
    {
        var parent = await ParentAsync();
        await sandbox.Deployer.PutAsync($"{parent}/one", Bodies.Credential("s"));

        Assert.Equal(405, (await sandbox.Deployer.PatchAsync($"{parent}/one", "{}")).Status);
    }

    [Fact]
    public async Task Deleted_one_no_longer_lets_in()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        await sandbox.SignInAsync(identity);
        await sandbox.Deployer.DeleteAsync($"{identity.Id}/federatedIdentityCredentials/tests");

        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.TokenAsync(identity.ClientId, "tests", "tester"));
    }
}
