using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>Pods of an AKS cluster with AAD Pod Identity: who gets which identity, and what the cluster needs for it.</summary>
public sealed class PodHostTests(PodHostFixture sandbox) : IClassFixture<PodHostFixture>
{
    [Fact]
    public async Task Pod_with_the_label_gets_the_identity_that_is_bound_to_it()
    {
        var identity = await sandbox.AssignableIdentityAsync();
        var pod = await sandbox.HostAsync(sandbox.Pod(identity));

        foreach (var query in new[] { "", $"&client_id={identity.ClientId}", $"&msi_res_id={identity.Id}" })
        {
            var (status, body) = await sandbox.AskMetadataAsync(pod, query);
            Assert.True(status is HttpStatusCode.OK, body);
            Assert.Equal(identity.PrincipalId, new JsonWebToken(JsonNode.Parse(body).Text("access_token")).GetClaim("oid").Value);
        }
    }

    [Fact]
    public async Task Roles_of_the_kubelet_identity_count_once_they_are_in_effect()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        await sandbox.AllowMachinesAsync();
        sandbox.Clock.Advance(PodHostFixture.Effect);
        var pod = await sandbox.HostAsync(sandbox.Pod(identity));

        AssertRefused(await sandbox.AskMetadataAsync(pod), "Managed Identity Operator");
        await sandbox.AssignAsync(identity.Id, await sandbox.KubeletAsync(), Roles.ManagedIdentityOperator);
        AssertRefused(await sandbox.AskMetadataAsync(pod), "Managed Identity Operator");
        sandbox.Clock.Advance(PodHostFixture.Effect);

        Assert.Equal(HttpStatusCode.OK, (await sandbox.AskMetadataAsync(pod)).Status);
    }

    [Theory]
    [InlineData("label", "no label 'aadpodidbinding'")]
    [InlineData("selector", "has the selector 'scorer'")]
    [InlineData("bindingNamespace", "has the selector 'scorer'")]
    [InlineData("identityNamespace", "is not in the namespace 'scoring'")]
    [InlineData("identityName", "names the AzureIdentity 'id-scorer'")]
    [InlineData("type", "has the type 1")]
    [InlineData("resource", "no user-assigned identity")]
    [InlineData("client", "has the client id '00000000-0000-0000-0000-000000000000'")]
    public async Task Manifests_that_do_not_fit_give_no_identity(string flaw, string expected)
    {
        var request = sandbox.Pod(await sandbox.AssignableIdentityAsync());
        Spoil(request, flaw);

        AssertRefused(await sandbox.AskMetadataAsync(await sandbox.HostAsync(request)), expected);
    }

    [Fact]
    public async Task Identity_that_is_not_bound_to_the_pod_is_refused()
    {
        var pod = await sandbox.HostAsync(sandbox.Pod(await sandbox.AssignableIdentityAsync()));

        AssertRefused(await sandbox.AskMetadataAsync(pod, $"&client_id={Guid.NewGuid()}"), "the one that is asked for");
    }

    [Fact]
    public async Task Pod_without_namespace_or_with_half_a_manifest_is_refused()
    {
        var pod = sandbox.Pod(await sandbox.IdentityAsync(await sandbox.GroupAsync()));
        Part(pod, "azureIdentities").Remove("spec");

        var (status, body) = await sandbox.AskForHostAsync(pod.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("'azureIdentities'", body?.GetValue<string>(), StringComparison.Ordinal);
    }

    private static void Spoil(JsonObject request, string flaw)
    {
        switch (flaw)
        {
            case "label":
                request["pod"]?.AsObject().Remove("labels");
                break;
            case "selector":
                Part(request, "azureIdentityBindings", "spec")["selector"] = "Scorer";
                break;
            case "bindingNamespace":
                Part(request, "azureIdentityBindings", "metadata").Remove("namespace");
                break;
            case "identityNamespace":
                Part(request, "azureIdentities", "metadata")["namespace"] = "default";
                break;
            case "identityName":
                Part(request, "azureIdentities", "metadata")["name"] = "id-other";
                break;
            case "type":
                Part(request, "azureIdentities", "spec")["type"] = 1;
                break;
            case "resource":
                Part(request, "azureIdentities", "spec")["resourceID"] = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/gone";
                break;
            case "client":
                Part(request, "azureIdentities", "spec")["clientID"] = Guid.Empty.ToString();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "There is no such flaw.");
        }
    }

    private static JsonObject Part(JsonObject request, string list, string? member = null)
    {
        var manifest = Assert.IsType<JsonObject>(request["pod"]?[list]?[0]);
        return member is null ? manifest : Assert.IsType<JsonObject>(manifest[member]);
    }

    private static void AssertRefused((HttpStatusCode Status, string Body) answer, string expected)
    {
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(expected, answer.Body, StringComparison.Ordinal);
    }
}
