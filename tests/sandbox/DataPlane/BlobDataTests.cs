using System.Net;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

public sealed class BlobDataTests(DataPlaneFixture sandbox) : IClassFixture<DataPlaneFixture>
{
    private const string Scope = "https://storage.azure.com/.default";

    [Fact]
    public async Task Without_a_token_the_account_says_where_to_get_one()
    {
        var (_, account) = await AccountAsync();

        using var response = await sandbox.Client().GetAsync(Address(account, "data/one"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("NoAuthenticationInformation", Code(response));
        Assert.Contains("resource_id=https://storage.azure.com", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Token_for_another_service_is_refused()
    {
        var (group, account) = await AccountAsync();
        var (_, tokenFor) = await sandbox.WorkerAsync(group);

        using var response = await SendAsync(HttpMethod.Get, account, "data/one", await tokenFor("https://management.azure.com/.default"));

        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationInfo"), (response.StatusCode, Code(response)));
    }

    [Fact]
    public async Task Owner_of_everything_has_no_right_to_data()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Owner);

        using var response = await SendAsync(HttpMethod.Get, account, "data/one", await tokenFor(Scope));

        Assert.Equal((HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch"), (response.StatusCode, Code(response)));
        Assert.Contains("<Code>AuthorizationPermissionMismatch</Code>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Role_on_a_container_opens_this_container_only()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(Container(group, account, "data"), identity.PrincipalId, Roles.StorageBlobDataContributor);
        var token = await tokenFor(Scope);

        using var written = await SendAsync(HttpMethod.Put, account, "data/folder/one.txt", token, "hello");
        using var read = await SendAsync(HttpMethod.Get, account, "data/folder/one.txt", token);
        using var foreign = await SendAsync(HttpMethod.Get, account, "other/folder/one.txt", token);

        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal("hello", await read.Content.ReadAsStringAsync());
        Assert.Equal("BlockBlob", read.Headers.GetValues("x-ms-blob-type").Single());
        Assert.NotNull(read.Headers.ETag);
        Assert.Equal("AuthorizationPermissionMismatch", Code(foreign));
    }

    [Fact]
    public async Task Reader_reads_and_lists_but_does_not_write_or_delete()
    {
        var (group, account) = await AccountAsync();
        var (writer, writerToken) = await sandbox.WorkerAsync(await sandbox.GroupAsync());
        await sandbox.AssignAsync(group, writer.PrincipalId, Roles.StorageBlobDataContributor);
        using var written = await SendAsync(HttpMethod.Put, account, "data/a/one", await writerToken(Scope), "x");
        var (reader, readerToken) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, reader.PrincipalId, Roles.StorageBlobDataReader);
        var token = await readerToken(Scope);

        using var list = await SendAsync(HttpMethod.Get, account, "data?restype=container&comp=list&prefix=a/", token);
        using var put = await SendAsync(HttpMethod.Put, account, "data/a/two", token, "x");
        using var deletion = await SendAsync(HttpMethod.Delete, account, "data/a/one", token);

        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Contains("<Name>a/one</Name>", await list.Content.ReadAsStringAsync());
        Assert.Equal(("AuthorizationPermissionMismatch", "AuthorizationPermissionMismatch"), (Code(put), Code(deletion)));
    }

    [Fact]
    public async Task List_is_paged_by_a_marker()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.StorageBlobDataContributor);
        var token = await tokenFor(Scope);
        foreach (var name in new[] { "a", "b" })
            (await SendAsync(HttpMethod.Put, account, $"data/{name}", token, "x")).Dispose();

        using var first = await SendAsync(HttpMethod.Get, account, "data?restype=container&comp=list&maxresults=1", token);
        using var last = await SendAsync(HttpMethod.Get, account, "data?restype=container&comp=list&maxresults=1&marker=b", token);

        var page = await first.Content.ReadAsStringAsync();
        Assert.Contains("<NextMarker>b</NextMarker>", page);
        Assert.DoesNotContain("<Name>b</Name>", page);
        Assert.Contains("<Name>b</Name>", await last.Content.ReadAsStringAsync());
        Assert.Contains("<NextMarker />", await last.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Write_that_wants_no_blob_there_is_refused_when_one_is()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.StorageBlobDataContributor);
        var token = await tokenFor(Scope);

        using var first = await SendAsync(HttpMethod.Put, account, "data/new", token, "x", ("If-None-Match", "*"));
        using var second = await SendAsync(HttpMethod.Put, account, "data/new", token, "y", ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "BlobAlreadyExists"), (second.StatusCode, Code(second)));
    }

    [Fact]
    public async Task Missing_blob_and_container_are_told_after_authorization()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.StorageBlobDataReader);
        var token = await tokenFor(Scope);

        using var blob = await SendAsync(HttpMethod.Get, account, "data/absent", token);
        using var container = await SendAsync(HttpMethod.Get, account, "absent/one", token);

        Assert.Equal((HttpStatusCode.NotFound, "BlobNotFound"), (blob.StatusCode, Code(blob)));
        Assert.Equal((HttpStatusCode.NotFound, "ContainerNotFound"), (container.StatusCode, Code(container)));
    }

    [Fact]
    public async Task Condition_on_the_path_is_honoured()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        (await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}", $$"""
            { "properties": { "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/{{Roles.StorageBlobDataContributor}}",
              "principalId": "{{identity.PrincipalId}}", "principalType": "ServicePrincipal", "conditionVersion": "2.0",
              "condition": "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringStartsWith 'mine/'" } }
            """)).Expect(201);
        var token = await tokenFor(Scope);

        using var inside = await SendAsync(HttpMethod.Put, account, "data/mine/one", token, "x");
        using var outside = await SendAsync(HttpMethod.Put, account, "data/yours/one", token, "x");

        Assert.Equal(HttpStatusCode.Created, inside.StatusCode);
        Assert.Equal("AuthorizationPermissionMismatch", Code(outside));
    }

    [Fact]
    public async Task Keys_are_refused_where_they_are_off()
    {
        var (group, account) = await AccountAsync();
        await sandbox.Deployer.PatchAsync($"{group}/providers/Microsoft.Storage/storageAccounts/{account}", """{ "properties": { "allowSharedKeyAccess": false } }""");
        using var request = DataPlaneFixture.Request(HttpMethod.Get, Address(account, "data/one"), null, ("Authorization", "SharedKey x:y"));

        using var response = await sandbox.Client().SendAsync(request);

        Assert.Equal((HttpStatusCode.Forbidden, "KeyBasedAuthenticationNotPermitted"), (response.StatusCode, Code(response)));
    }

    [Fact]
    public async Task Blobs_do_not_come_back_with_a_container_of_the_same_name()
    {
        var (group, account) = await AccountAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.StorageBlobDataContributor);
        var token = await tokenFor(Scope);
        using var written = await SendAsync(HttpMethod.Put, account, "data/one", token, "x");
        await sandbox.Deployer.DeleteAsync(Container(group, account, "data"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await sandbox.Deployer.PutAsync(Container(group, account, "data"), "{}");

        using var response = await SendAsync(HttpMethod.Get, account, "data/one", token);

        Assert.Equal("BlobNotFound", Code(response));
    }

    private static string Container(string group, string account, string name) =>
        $"{group}/providers/Microsoft.Storage/storageAccounts/{account}/blobServices/default/containers/{name}";

    private static string? Code(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.Single() : null;

    private Uri Address(string account, string path) => new(sandbox.Endpoint(SandboxEndpoint.Storage), $"{account}/{path}");

    private async Task<(string Group, string Account)> AccountAsync()
    {
        var group = await sandbox.GroupAsync();
        var account = sandbox.Name("blobdata");
        (await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.Storage/storageAccounts/{account}", Bodies.Account)).Expect(202);
        foreach (var container in new[] { "data", "other" })
            (await sandbox.Deployer.PutAsync(Container(group, account, container), "{}")).Expect(201);
        return (group, account);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string account, string path, string token, string? content = null, params (string Name, string Value)[] headers)
    {
        using var request = DataPlaneFixture.Request(
            method, Address(account, path), token, [("x-ms-version", "2023-11-03"), ("x-ms-blob-type", "BlockBlob"), .. headers]);
        if (content is not null)
            request.Content = new StringContent(content);
        return await sandbox.Client().SendAsync(request);
    }
}
