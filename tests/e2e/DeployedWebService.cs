using System.Text.Json;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The scenario <c>web-service</c>, deployed once, as its pods see it.</summary>
public sealed class DeployedWebService : IAsyncLifetime
{
    private const string Group = "resourceGroups/rg-web-service/providers";

    private TestProject? _project;
    private SandboxCloud? _cloud;

    internal SandboxCloud Cloud => _cloud ?? throw new InvalidOperationException("The scenario has not been deployed.");

    public async Task InitializeAsync()
    {
        _project = await TestProject.WithSandboxAsync();
        await _project.ChooseAsync("web-service");
        await _project.UpAsync();
        _cloud = new SandboxCloud(_project.Sandbox.Connection);
    }

    public async Task DisposeAsync()
    {
        _cloud?.Dispose();
        if (_project is not null)
            await _project.DisposeAsync();
    }

    /// <summary>An access token for a pod with a service account.</summary>
    internal async Task<string> TokenAsync(string serviceAccount, string scope)
    {
        var identity = await PropertiesAsync("Microsoft.ManagedIdentity/userAssignedIdentities/id-web-service", "2024-11-30");
        return await Cloud.PodTokenAsync("inference", $"system:serviceaccount:scoring:{serviceAccount}", identity.GetProperty("clientId").GetString() ?? "", scope);
    }

    /// <summary>Address of a blob that nobody has written.</summary>
    internal async Task<Uri> BlobAsync(string container)
    {
        var account = await PropertiesAsync("Microsoft.Storage/storageAccounts/stwebservice", "2025-06-01");
        return new Uri($"{account.GetProperty("primaryEndpoints").GetProperty("blob").GetString()}{container}/some_text.txt");
    }

    /// <summary>Address of a secret that nobody has written.</summary>
    internal async Task<Uri> SecretAsync(string name)
    {
        var vault = await PropertiesAsync("Microsoft.KeyVault/vaults/kv-web-service", "2025-05-01");
        return new Uri($"{vault.GetProperty("vaultUri").GetString()}secrets/{name}?api-version=7.6");
    }

    private async Task<JsonElement> PropertiesAsync(string resource, string apiVersion)
    {
        var connection = (_project ?? throw new InvalidOperationException("The scenario has not been deployed.")).Sandbox.Connection;
        var found = await Cloud.FindAsync($"/subscriptions/{connection.SubscriptionId}/{Group}/{resource}", apiVersion);
        return found is { } element ? element.GetProperty("properties") : throw new InvalidOperationException($"There is no {resource}.");
    }
}
