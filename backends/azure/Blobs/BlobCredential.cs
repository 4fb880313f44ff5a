using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>Opens containers with the first credential that the environment has, in Pulumi's order.</summary>
/// <param name="environment">Reads variables.</param>
internal sealed class BlobCredential(EnvironmentReader environment)
{
    private static readonly string[] ConnectionStringVariables = ["AZURE_STORAGE_CONNECTION_STRING", "AZURE_STORAGEBLOB_CONNECTIONSTRING"];

    /// <summary>Opens a container; no request is made.</summary>
    /// <exception cref="BackendException">The variables do not say enough, or cannot be used.</exception>
    public BlobContainerClient Open(BlobLocation location, BlobClientOptions options)
    {
        try
        {
            if (Variable("AZURE_STORAGE_ACCOUNT") is { } account && Variable("AZURE_STORAGE_KEY") is { } key)
                return new BlobContainerClient(Address(location), new StorageSharedKeyCredential(account, key), options);
            if (Variable("AZURE_STORAGE_SAS_TOKEN") is { } signature)
                return new BlobContainerClient(Address(location), new AzureSasCredential(signature.TrimStart('?')), options);
            if (ConnectionStringVariables.Select(Variable).FirstOrDefault(text => text is not null) is { } connection)
                return new BlobContainerClient(connection, location.Container, options);
            return new BlobContainerClient(Address(location), DefaultChain(), options);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // Their messages may quote what they could not read, which is a secret.
            throw new BackendException(
                $"The credential for '{location.Url}' cannot be used; check AZURE_STORAGE_KEY (Base64), AZURE_STORAGE_SAS_TOKEN and AZURE_STORAGE_CONNECTION_STRING, and that tokens go to 'https' only.");
        }
    }

    private static Uri Address(BlobLocation location) => location.Service is { } service
        ? new Uri($"{service.AbsoluteUri.TrimEnd('/')}/{location.Container}")
        : throw new BackendException($"'{location.Url}' names no storage account; add '?storage_account=<account>', or set AZURE_STORAGE_ACCOUNT.");

    private static TokenCredential DefaultChain() => new DefaultAzureCredential(new DefaultAzureCredentialOptions
    {
        ExcludeVisualStudioCredential = true,
        ExcludeVisualStudioCodeCredential = true,
        ExcludeAzurePowerShellCredential = true,
        ExcludeBrokerCredential = true,
    });

    private string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;
}
