using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using static Provisioning.Providers.Azure.Tests.Graph.TestDirectory;

namespace Provisioning.Providers.Azure.Tests.Graph;

public sealed class FederatedCredentialTests
{
    [Fact]
    public async Task A_credential_has_the_ids_of_the_package()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("POST", Credentials, 201, CredentialBody).On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, outputs) = await harness.CreateAsync(Credential, CredentialInputs);

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(
            Map("""{"applicationId":"/applications/oid","audiences":["api://x"],"credentialId":"fic","displayName":"github","issuer":"https://issuer","subject":"repo:a/b"}"""),
            outputs);
        Assert.Equal("""{"audiences":["api://x"],"issuer":"https://issuer","name":"github","subject":"repo:a/b"}""", harness.Azure.Single("POST").Body);
    }

    [Fact]
    public async Task A_credential_whose_answer_was_lost_is_found_by_its_name()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("GET", Credentials + "/github", 404, FakeAzure.Error("Request_ResourceNotFound"))
            .On("GET", Credentials + "/github", 200, CredentialBody)
            .Breaks("POST", Credentials)
            .On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, _) = await harness.CreateAsync(Credential, CredentialInputs);

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(1, harness.Azure.Count("POST"));
    }

    [Fact]
    public async Task Credentials_of_one_application_are_written_one_after_the_other()
    {
        var harness = await DirectoryAsync();
        var (release, entered) = (new TaskCompletionSource(), new TaskCompletionSource());
        harness.Azure.On("POST", Credentials, 201, CredentialBody).On("GET", Credentials + "/fic", 200, CredentialBody);
        harness.Azure.Gate = async request =>
        {
            if (request.Method != "POST" || !entered.TrySetResult())
                return;
            await release.Task;
        };

        var first = harness.CreateAsync(Credential, CredentialInputs);
        await entered.Task;
        var second = harness.CreateAsync(Credential, CredentialInputs.With("displayName", "gitlab"));
        Assert.DoesNotContain(harness.Azure.Requests, request => request.Path.EndsWith("/gitlab", StringComparison.Ordinal));

        release.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(2, harness.Azure.Count("POST"));
    }

    [Fact]
    public async Task A_credential_is_imported_by_its_id()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, _, inputs) = await harness.ReadAsync(Credential, "oid/federatedIdentityCredential/fic");

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(CredentialInputs, inputs);
    }

    [Fact]
    public async Task An_id_of_another_form_is_explained()
    {
        var harness = await DirectoryAsync();

        var failure = await FailsAsync(() => harness.ReadAsync(Credential, "fic"));

        Assert.Contains("ids look like {applicationId}/federatedIdentityCredential/{credentialId}", failure.Message);
    }
}
