using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Infra.Model;

namespace Provisioning.Verification.Probes;

/// <summary>
/// Whether somebody may carry out a control action on a resource. Resource Manager is asked which permissions the caller has there, so
/// nothing is done. To ask takes <c>Microsoft.Authorization/permissions/read</c>, which narrow roles lack: their holders are refused
/// whatever they may, with a message that names this action.
/// </summary>
/// <param name="transport">What sends the requests.</param>
/// <param name="resourceManager">Address of Resource Manager.</param>
/// <param name="id">The resource, resource group or subscription, with its subscription filled in.</param>
/// <param name="action">The action, such as <c>Microsoft.Storage/storageAccounts/listKeys/action</c>.</param>
/// <param name="scope">Scope of the token, <c>https://management.azure.com/.default</c> in the public cloud.</param>
internal sealed class ResourceManagerProbe(HttpPipelineTransport transport, Uri resourceManager, ArmId id, string action, string scope) : IProbe
{
    private const string Query = "providers/Microsoft.Authorization/permissions?api-version=2022-04-01";

    private readonly ServiceClient _client = new(transport);

    /// <inheritdoc/>
    public async Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        var token = (await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken)).Token;
        for (var next = new Uri(resourceManager, $"{id}/{Query}"); next is not null;)
        {
            var reply = await _client.SendAsync(new ServiceRequest(RequestMethod.Get, next) { Bearer = token }, cancellationToken);
            if (reply is not ServiceReply.Success page)
                return Explain(reply);

            var body = page.Object();
            if (body["value"] is not JsonArray permissions)
                return new ProbeAnswer.Unavailable($"{resourceManager.Authority} answered with no list of permissions.");
            if (permissions.OfType<JsonObject>().Select(EffectivePermission.Read).Any(entry => entry.Grants(action)))
                return new ProbeAnswer.Allowed($"'{action}' is granted");
            next = NextOf(body);
        }

        return new ProbeAnswer.Refused(403, "AuthorizationFailed", $"None of the caller's permissions there includes '{action}'.");
    }

    /// <summary>The next page; null at the end, and where the address is another host's, which must not get the token.</summary>
    private Uri? NextOf(JsonObject page) =>
        Uri.TryCreate(page["nextLink"]?.ToString(), UriKind.Absolute, out var next)
        && next.Authority == resourceManager.Authority
        && next.Scheme == resourceManager.Scheme
            ? next
            : null;

    private static ProbeAnswer Explain(ServiceReply reply) => reply switch
    {
        ServiceReply.Failure { Status: 404 } failure => failure.ToMissing(),
        ServiceReply.Failure failure => failure.ToAnswer(),
        ServiceReply.Unreached unreached => unreached.ToAnswer(),
        _ => throw new InvalidOperationException($"'{reply}' is no failure."),
    };
}
