using Provisioning.Sandbox.Faults;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class BlobProbeTests(ProbeFixture sandbox) : IClassFixture<ProbeFixture>, IDisposable
{
    private const string Reader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private const string Contributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string Scope = "https://storage.azure.com/.default";

    public void Dispose() => sandbox.Host.SetFaults([]);

    [Fact]
    public async Task Read_of_an_empty_container_is_allowed_to_readers()
    {
        var (id, address) = await ContainerAsync();

        var answer = await AskAsync(address, BlobAction.Read, await sandbox.PrincipalAsync(id, Reader));

        Assert.Equal(new ProbeAnswer.Allowed("the container is empty"), answer);
    }

    [Theory]
    [InlineData("content", "the first blob can be read")]
    [InlineData("", "the first blob can be read; it is empty")]
    public async Task Read_asks_for_the_first_bytes_of_the_first_blob(string content, string note)
    {
        var (id, address) = await ContainerAsync();
        var writer = await sandbox.PrincipalAsync(id, Contributor);
        using var written = await sandbox.SendAsync(
            HttpMethod.Put, new Uri($"{address}/a%20folder/%C3%BCber%231"), writer.Credential, Scope, content, ("x-ms-version", "2025-01-05"), ("x-ms-blob-type", "BlockBlob"));
        Assert.True(written.IsSuccessStatusCode);

        Assert.Equal(new ProbeAnswer.Allowed(note), await AskAsync(address, BlobAction.Read, writer));
    }

    [Theory]
    [InlineData(BlobAction.Read)]
    [InlineData(BlobAction.Write)]
    public async Task Who_has_no_role_on_data_is_refused(object action)
    {
        var (_, address) = await ContainerAsync();

        var refused = Assert.IsType<ProbeAnswer.Refused>(await AskAsync(address, (BlobAction)action, await sandbox.PrincipalAsync()));

        Assert.Equal((403, "AuthorizationPermissionMismatch"), (refused.Status, refused.Code));
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain("RequestId", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_is_refused_to_readers()
    {
        var (id, address) = await ContainerAsync();

        Assert.IsType<ProbeAnswer.Refused>(await AskAsync(address, BlobAction.Write, await sandbox.PrincipalAsync(id, Reader)));
    }

    [Fact]
    public async Task Write_is_allowed_and_leaves_nothing_behind()
    {
        var (id, address) = await ContainerAsync();
        var writer = await sandbox.PrincipalAsync(id, Contributor);

        Assert.Equal(new ProbeAnswer.Allowed("a blob was written and deleted"), await AskAsync(address, BlobAction.Write, writer));
        Assert.Equal(new ProbeAnswer.Allowed("the container is empty"), await AskAsync(address, BlobAction.Read, writer));
    }

    [Fact]
    public async Task Write_that_must_not_delete_names_the_blob_it_leaves()
    {
        var (id, address) = await ContainerAsync();
        var role = Guid.NewGuid().ToString();
        await sandbox.PutAsync($"{sandbox.Subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}", "2022-04-01", $$"""
            { "properties": { "roleName": "Appender {{role}}", "type": "CustomRole", "assignableScopes": ["{{sandbox.Subscription}}"],
              "permissions": [{ "actions": [], "dataActions": ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write"] }] } }
            """);
        var appender = await sandbox.PrincipalAsync(id, role);

        var note = Assert.IsType<ProbeAnswer.Allowed>(await AskAsync(address, BlobAction.Write, appender)).Note;

        Assert.Matches("^the blob '\\.provisioning-verify-[0-9a-f]{32}' was written and is left behind: AuthorizationPermissionMismatch$", note);
    }

    [Fact]
    public async Task Container_and_account_that_are_not_there_are_missing()
    {
        var (id, address) = await ContainerAsync();
        var account = id[..id.IndexOf("/blobServices", StringComparison.Ordinal)];
        var reader = await sandbox.PrincipalAsync(account, Reader);

        var container = await AskAsync(new Uri(address, "absent"), BlobAction.Read, reader);
        var unknown = await AskAsync(new Uri(address, "/nobodysaccount/data"), BlobAction.Read, reader);
        var unresolved = await AskAsync(new Uri("https://absent.blob.core.invalid/data"), BlobAction.Read, reader);

        Assert.Equal("ContainerNotFound", Assert.IsType<ProbeAnswer.Missing>(container).Code);
        Assert.Equal("AccountNotFound", Assert.IsType<ProbeAnswer.Missing>(unknown).Code);
        Assert.Equal("AccountNotFound", Assert.IsType<ProbeAnswer.Missing>(unresolved).Code);
    }

    [Fact]
    public async Task Account_that_does_not_answer_is_unavailable()
    {
        var address = new Uri($"https://localhost:{ProbeFixture.ClosedPort()}/account/data");

        Assert.IsType<ProbeAnswer.Unavailable>(await AskAsync(address, BlobAction.Write, await sandbox.PrincipalAsync()));
    }

    [Theory]
    [InlineData(2, typeof(ProbeAnswer.Allowed))]
    [InlineData(3, typeof(ProbeAnswer.Unavailable))]
    public async Task Failing_service_is_asked_three_times(int failures, Type expected)
    {
        var (id, address) = await ContainerAsync();
        var reader = await sandbox.PrincipalAsync(id, Reader);
        sandbox.Host.SetFaults([new FaultRule { Kind = FaultKind.Error, Path = address.AbsolutePath, Status = 503, Count = failures }]);

        Assert.IsType(expected, await AskAsync(address, BlobAction.Read, reader));
    }

    [Fact]
    public async Task Refusal_is_not_asked_for_twice()
    {
        var (_, address) = await ContainerAsync();
        var stranger = await sandbox.PrincipalAsync();
        var before = sandbox.Host.Requests.Count;

        await AskAsync(address, BlobAction.Read, stranger);

        Assert.Single(sandbox.Host.Requests.Read(before), request => request.Status is 403);
    }

    private Task<ProbeAnswer> AskAsync(Uri container, BlobAction action, ProbePrincipal principal) =>
        new BlobProbe(sandbox.Transport, container, action).AskAsync(principal.Credential, CancellationToken.None);

    private async Task<(string Id, Uri Address)> ContainerAsync()
    {
        var account = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/{sandbox.Name("probed")}";
        var resource = await sandbox.PutAsync(account, "2024-01-01", """{ "location": "westeurope", "kind": "StorageV2", "sku": { "name": "Standard_LRS" } }""");
        var container = $"{account}/blobServices/default/containers/data";
        await sandbox.PutAsync(container, "2024-01-01", "{}");
        return (container, new Uri($"{resource["properties"]?["primaryEndpoints"]?["blob"]}data"));
    }
}
