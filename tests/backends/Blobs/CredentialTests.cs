using Azure.Storage;
using Azure.Storage.Sas;
using Provisioning.Backends.Azure.Blobs;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Backends.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class CredentialTests(Azurite azurite)
{
    private const string AllOfAContainer = "racwdl";

    [AzuriteFact]
    public async Task TheKeyOfTheAccount_Works()
    {
        var container = await azurite.CreateContainerAsync();

        await Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), ("AZURE_STORAGE_KEY", azurite.Key)).SaveAsync("one");
    }

    [AzuriteTheory]
    [InlineData("")]
    [InlineData("?")]
    public async Task ASasOfTheContainer_Works(string mark)
    {
        var container = await azurite.CreateContainerAsync();
        var backend = Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), ("AZURE_STORAGE_SAS_TOKEN", mark + Sas(container, AllOfAContainer)));

        await backend.SaveAsync("one");
        await backend.SaveAsync("two");
        await using var held = await backend.LockAsync(Contents.Stack, CancellationToken.None);
        await backend.AppendHistoryAsync(Contents.Stack, Contents.Update(), CancellationToken.None);
        await using (var journal = backend.JournalOf(Contents.Stack))
            await journal.AppendAsync(Contents.Bytes("a\n"), CancellationToken.None);
        await backend.RemoveStackAsync(Contents.Stack, CancellationToken.None);
    }

    [AzuriteFact]
    public async Task ASas_GoesWithTheAccountOfTheUrl()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = BlobBackend.Open($"{container.Url}&storage_account={azurite.Account}", Variables(("AZURE_STORAGE_SAS_TOKEN", Sas(container, AllOfAContainer))), LockHolder.Current, TimeProvider.System);

        await backend.SaveAsync("one");
    }

    [AzuriteTheory]
    [InlineData("AZURE_STORAGE_CONNECTION_STRING")]
    [InlineData("AZURE_STORAGEBLOB_CONNECTIONSTRING")]
    public async Task AConnectionString_Works(string variable)
    {
        var container = await azurite.CreateContainerAsync();

        await Open(container, (variable, ConnectionString)).SaveAsync("one");
    }

    [AzuriteFact]
    public async Task TheKey_ComesBeforeTheSas_AndTheSasBeforeTheConnectionString()
    {
        var container = await azurite.CreateContainerAsync();
        var broken = ("AZURE_STORAGE_CONNECTION_STRING", ConnectionString.Replace(azurite.Key, Another(azurite.Key), StringComparison.Ordinal));
        var readOnly = ("AZURE_STORAGE_SAS_TOKEN", Sas(container, "rl"));
        var account = ("AZURE_STORAGE_ACCOUNT", azurite.Account);

        await Open(container, account, ("AZURE_STORAGE_KEY", azurite.Key), readOnly, broken).SaveAsync("one");
        Assert.Equal("one", await Open(container, account, readOnly, broken).LoadAsync());
    }

    [AzuriteFact]
    public async Task AWrongKey_IsRefusedWithoutBeingShown()
    {
        var container = await azurite.CreateContainerAsync();
        var wrong = Another(azurite.Key);

        var failure = await Assert.ThrowsAsync<BackendException>(() => Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), ("AZURE_STORAGE_KEY", wrong)).LoadAsync());

        Assert.Contains("AZURE_STORAGE_KEY", failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, wrong);
    }

    [AzuriteTheory]
    [InlineData("AZURE_STORAGE_KEY", "not base64!")]
    [InlineData("AZURE_STORAGE_CONNECTION_STRING", "AccountKey=top-secret;nonsense")]
    public async Task ACredentialThatCannotBeRead_IsRefusedWithoutBeingShown(string variable, string value)
    {
        var container = await azurite.CreateContainerAsync();

        var failure = Assert.Throws<BackendException>(() => Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), (variable, value)));

        Assert.Contains(variable, failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, value);
        AssertShowsNot(failure, "top-secret");
    }

    [AzuriteFact]
    public async Task ASasThatDoesNotAllowWriting_IsToldWhatItTakes()
    {
        var container = await azurite.CreateContainerAsync();
        var sas = Sas(container, "rl");

        var failure = await Assert.ThrowsAsync<BackendException>(() => Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), ("AZURE_STORAGE_SAS_TOKEN", sas)).SaveAsync("one"));

        Assert.Contains("'Storage Blob Data Contributor'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("racwdl", failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, sas);
    }

    [AzuriteTheory]
    [InlineData(403, "AuthenticationFailed", "refused the credential (403 AuthenticationFailed); check AZURE_STORAGE_KEY")]
    [InlineData(401, "InvalidAuthenticationInfo", "sign in again")]
    [InlineData(403, "AuthorizationPermissionMismatch", "the role 'Storage Blob Data Contributor' on the container")]
    [InlineData(403, "AuthorizationFailure", "a network that the account's firewall lets in")]
    [InlineData(404, "ContainerNotFound", "does not exist; create it")]
    [InlineData(409, "ContainerBeingDeleted", "somebody else has changed it at the same time (409 ContainerBeingDeleted)")]
    [InlineData(503, "ServerBusy", "answered with 503 ServerBusy")]
    public async Task ARefusal_IsExplained(int status, string code, string explanation)
    {
        var container = await azurite.CreateContainerAsync();
        var wire = new Wire { Before = _ => throw new global::Azure.RequestFailedException(status, "?sv=1&sig=top-secret", code, null) };

        var failure = await Assert.ThrowsAsync<BackendException>(() => container.Open(wire: wire).LoadAsync());

        Assert.StartsWith("The stack 'organization/registry/dev' in 'azblob://", failure.Message, StringComparison.Ordinal);
        Assert.Contains(explanation, failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, "top-secret");
    }

    [AzuriteFact]
    public async Task ASasThatHasExpired_IsRefusedWithoutBeingShown()
    {
        var container = await azurite.CreateContainerAsync();
        var sas = Sas(container, AllOfAContainer, TimeProvider.System.GetUtcNow().AddHours(-1));

        var failure = await Assert.ThrowsAsync<BackendException>(() => Open(container, ("AZURE_STORAGE_ACCOUNT", azurite.Account), ("AZURE_STORAGE_SAS_TOKEN", sas)).LoadAsync());

        Assert.Contains("SAS", failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, sas);
    }

    [AzuriteFact]
    public async Task AMissingContainer_IsNamed()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Client.DeleteAsync();

        foreach (var use in new Func<IStateBackend, Task>[] { backend => backend.LoadAsync(), backend => backend.SaveAsync("one"), backend => backend.ListStacksAsync(null, CancellationToken.None) })
        {
            var failure = await Assert.ThrowsAsync<BackendException>(() => use(container.Open()));
            Assert.Contains($"the container '{container.Client.Name}' does not exist; create it", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnAccountThatCannotBeReached_IsNamed()
    {
        var backend = BlobBackend.Open(
            "azblob://states?domain=127.0.0.1:1&protocol=http",
            Variables(("AZURE_STORAGE_ACCOUNT", "acme"), ("AZURE_STORAGE_SAS_TOKEN", "sv=2024-11-04&sig=top-secret")),
            LockHolder.Current,
            TimeProvider.System);

        var failure = await Assert.ThrowsAsync<BackendException>(() => backend.LoadAsync());

        Assert.Contains("'127.0.0.1' cannot be reached", failure.Message, StringComparison.Ordinal);
        AssertShowsNot(failure, "top-secret");
    }

    [Fact]
    public void WithoutAnAccount_ItIsSaidHowToNameOne()
    {
        var failure = Assert.Throws<BackendException>(() => BlobBackend.Open("azblob://states", _ => null, LockHolder.Current, TimeProvider.System));

        Assert.Contains("storage_account=<account>", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AZURE_STORAGE_ACCOUNT", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATokenOverHttp_IsRefused()
    {
        var failure = Assert.Throws<BackendException>(
            () => BlobBackend.Open("azblob://states?storage_account=acme&protocol=http", _ => null, LockHolder.Current, TimeProvider.System));

        Assert.Contains("'https' only", failure.Message, StringComparison.Ordinal);
    }

    private string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={azurite.Account};AccountKey={azurite.Key};BlobEndpoint={azurite.Service.AbsoluteUri};";

    private static string Another(string key) => (key[0] == 'A' ? 'B' : 'A') + key[1..];

    private static void AssertShowsNot(Exception failure, string secret)
    {
        for (var exception = failure; exception is not null; exception = exception.InnerException)
        {
            Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("sig=", exception.ToString(), StringComparison.Ordinal);
        }
    }

    private static EnvironmentReader Variables(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;

    private static IStateBackend Open(TestContainer container, params (string Name, string Value)[] variables) =>
        BlobBackend.Open(container.Url, Variables(variables), LockHolder.Current, TimeProvider.System);

    private string Sas(TestContainer container, string permissions, DateTimeOffset? end = null)
    {
        var builder = new BlobSasBuilder { BlobContainerName = container.Client.Name, Resource = "c", ExpiresOn = end ?? TimeProvider.System.GetUtcNow().AddHours(1) };
        builder.SetPermissions(permissions);
        return builder.ToSasQueryParameters(new StorageSharedKeyCredential(azurite.Account, azurite.Key)).ToString();
    }
}
