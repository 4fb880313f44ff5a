using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Provisioning.Sandbox.Tests.Entra;

/// <summary>An identity that Resource Manager made signs in by a credential that Resource Manager made.</summary>
public sealed class FederatedIdentityTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Subject = "system:serviceaccount:ml:trainer";

    [Fact]
    public async Task User_assigned_identity_gets_a_token_by_its_federated_credential()
    {
        var group = $"subscriptions/{sandbox.Host.Connection.SubscriptionId}/resourceGroups/rg";
        var identity = $"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/trainer";
        await PutAsync(group, "2024-03-01", new JsonObject { ["location"] = "westeurope" });
        var created = await PutAsync(identity, "2023-01-31", new JsonObject { ["location"] = "westeurope" });
        await PutAsync($"{identity}/federatedIdentityCredentials/aks", "2023-01-31", new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["issuer"] = sandbox.Host.Context.Issuers.Get("aks").Issuer,
                ["subject"] = Subject,
                ["audiences"] = new JsonArray("api://AzureADTokenExchange"),
            },
        });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var clientId = Guid.Parse(created["properties"]?["clientId"]?.GetValue<string>() ?? "");

        var (status, body) = await sandbox.AskAsync(LoginClient.Form(clientId, sandbox.Mint("aks", Subject)));

        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        var token = new JsonWebToken(body["access_token"]?.GetValue<string>());
        Assert.Equal(created["properties"]?["principalId"]?.GetValue<string>(), token.GetClaim("oid").Value);
        Assert.EndsWith("/resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/trainer", token.GetClaim("xms_mirid").Value, StringComparison.Ordinal);
    }

    private async Task<JsonObject> PutAsync(string path, string apiVersion, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(sandbox.Host.Connection.ResourceManager, $"{path}?api-version={apiVersion}"))
        {
            Content = JsonContent.Create(body, options: ReflectedJson.Options),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await sandbox.SignInAsync()) },
        };
        using var response = await sandbox.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return Assert.IsType<JsonObject>(JsonNode.Parse(text));
    }
}
