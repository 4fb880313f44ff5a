using Provisioning.Sandbox.Arm;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Keys of vaults, and workspaces that are encrypted with them.</summary>
public sealed class WorkspaceKeyTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    private string Vault => $"{sandbox.Subscription}/resourceGroups/{PlatformSeed.Group}/providers/Microsoft.KeyVault/vaults/{PlatformSeed.Vault}";

    private string Key => $"{Vault}/keys/{PlatformSeed.Key}";

    [Fact]
    public async Task Workspace_with_a_key_that_is_there_is_made()
    {
        var key = (await sandbox.Deployer.GetAsync(Key)).Expect(200);

        foreach (var identifier in new[] { key.Property("keyUri"), key.Property("keyUriWithVersion") })
        {
            var workspace = await sandbox.PrepareAsync();
            (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(), Encryption(Vault, identifier)))).Expect(202);
            Assert.Equal("Succeeded", (await sandbox.Deployer.GetAsync(workspace.Id)).Property("provisioningState"));
        }
    }

    [Theory]
    [InlineData("{0}-gone", "was not found in the vault")]
    [InlineData("{0}/00000000000000000000000000000000", "was not found in the vault")]
    [InlineData("https://elsewhere.example/keys/workspace", "must begin with")]
    [InlineData("", "must begin with")]
    public async Task Workspace_with_a_key_that_is_not_there_is_refused(string identifier, string expected)
    {
        var workspace = await sandbox.PrepareAsync();
        var uri = (await sandbox.Deployer.GetAsync(Key)).Property("keyUri");
        identifier = identifier.Replace("{0}", uri, StringComparison.Ordinal);

        var put = await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(), Encryption(Vault, identifier)));

        put.ExpectError(400, "ValidationError");
        Assert.Contains(expected, put.Message);
        (await sandbox.Deployer.GetAsync(workspace.Id)).Expect(404);
    }

    [Fact]
    public async Task Workspace_with_a_key_of_a_vault_that_is_not_there_is_refused()
    {
        var workspace = await sandbox.PrepareAsync();
        var uri = (await sandbox.Deployer.GetAsync(Key)).Property("keyUri");

        var put = await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(), Encryption(Vault + "-gone", uri)));

        put.ExpectError(400, "ValidationError");
        Assert.Contains($"'{Vault}-gone'", put.Message);
    }

    [Fact]
    public async Task Disabled_key_encrypts_nothing()
    {
        var workspace = await sandbox.PrepareAsync();
        var key = (await sandbox.Deployer.PutAsync(
            $"{workspace.Vault}/keys/idle", """{ "properties": { "kty": "RSA", "attributes": { "enabled": false } } }""")).Expect(200);

        var put = await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(), Encryption(workspace.Vault, key.Property("keyUri"))));

        put.ExpectError(400, "ValidationError");
        Assert.Contains("disabled", put.Message);
    }

    [Fact]
    public async Task Key_is_made_once_and_listed()
    {
        var workspace = await sandbox.PrepareAsync();
        var id = $"{workspace.Vault}/keys/data";

        var first = (await sandbox.Deployer.PutAsync(id, """{ "properties": { "kty": "RSA" } }""")).Expect(200);
        var second = (await sandbox.Deployer.PutAsync(id, """{ "properties": { "kty": "EC" } }""")).Expect(200);

        Assert.Equal(first.Property("keyUriWithVersion"), second.Property("keyUriWithVersion"));
        Assert.Equal("RSA", second.Property("kty"));
        Assert.Equal("2048", second.Property("keySize"));
        Assert.Equal(["data"], (await sandbox.Deployer.GetAsync($"{workspace.Vault}/keys")).Names());
        (await sandbox.Deployer.PutAsync($"{workspace.Vault}/keys/odd", """{ "properties": { "kty": "oct" } }""")).ExpectError(400, "BadRequest");
    }

    private static string Encryption(string vault, string? identifier) => $$"""
        , "encryption": { "status": "Enabled", "keyVaultProperties": { "keyVaultArmId": "{{vault}}", "keyIdentifier": "{{identifier}}" } }
        """;
}
