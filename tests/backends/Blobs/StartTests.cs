using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.Backends.Azure.Tests.Blobs;

/// <summary>What a command costs that has nothing to do with blobs.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StartTests(Azurite azurite)
{
    private static readonly string[] OfBlobs = ["Provisioning.Backends.Azure", "Azure.Storage.Blobs", "Azure.Storage.Common", "Azure.Core"];

    [Fact]
    public async Task ACommandOnAFolder_LoadsNothingOfAzure()
    {
        await using var project = TestProject.WithoutSandbox();
        var variables = new Dictionary<string, string> { ["PULUMI_HOME"] = project.PathOf(".home"), ["PULUMI_BACKEND_URL"] = $"file://{project.Folder}" };

        var loaded = await LoadedAssemblies.OfAsync(project.Folder, variables, "stack", "ls");

        Assert.Contains("Provisioning.Engine", loaded);
        Assert.Empty(loaded.Intersect(OfBlobs));
    }

    [Fact]
    public async Task ASecretOfAPassphrase_LoadsNothingOfAzure()
    {
        await using var project = TestProject.WithoutSandbox();
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_HOME"] = project.PathOf(".home"), ["PULUMI_BACKEND_URL"] = $"file://{project.Folder}", ["PULUMI_CONFIG_PASSPHRASE"] = "phrase",
        };

        var loaded = await LoadedAssemblies.OfAsync(project.Folder, variables, "config", "set", "--secret", "token", "value");

        Assert.Contains("Provisioning.Engine", loaded);
        Assert.Empty(loaded.Intersect([.. OfBlobs, "Azure.Identity", "Provisioning.Sandbox"]));
    }

    [AzuriteFact]
    public async Task ACommandOnAContainer_LoadsWhatItTakes()
    {
        await using var project = TestProject.WithoutSandbox();
        var variables = new Dictionary<string, string>((await azurite.CreateContainerAsync()).Variables) { ["PULUMI_HOME"] = project.PathOf(".home") };

        Assert.Equal(OfBlobs.Order(), (await LoadedAssemblies.OfAsync(project.Folder, variables, "stack", "ls")).Intersect(OfBlobs).Order());
    }
}
