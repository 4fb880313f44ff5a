using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>
/// Whether somebody is a member or an administrator of an organization of Deep Lake, by a call with a token of Azure. Administration is
/// tried by deleting a workload identity of an id that nobody has: Deep Lake checks the role before it looks, so 404 means that he may.
/// </summary>
/// <param name="transport">What sends the requests.</param>
/// <param name="api">Address of the API.</param>
/// <param name="organization">Id of the organization.</param>
/// <param name="action">What is asked for.</param>
/// <param name="scope">Scope of the token, that of Resource Manager: <c>https://management.azure.com/.default</c> in the public cloud.</param>
internal sealed class DeepLakeProbe(HttpPipelineTransport transport, Uri api, string organization, DeepLakeAction action, string scope) : IProbe
{
    private readonly ServiceClient _client = new(transport);

    /// <inheritdoc/>
    public async Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        var token = (await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken)).Token;

        // Who is no member may be told that there is no such organization, which must not pass for an administrator's 404.
        var membership = await SendAsync(RequestMethod.Get, "workspaces", token, cancellationToken);
        if (membership is not ServiceReply.Success listed)
            return Explain(membership);
        return action switch
        {
            _ when Workspaces(listed) is null => new ProbeAnswer.Unavailable($"{api.Authority} answered with no list of workspaces."),
            DeepLakeAction.Member => new ProbeAnswer.Allowed(Workspaces(listed) is 1 ? "1 workspace" : $"{Workspaces(listed)} workspaces"),
            DeepLakeAction.Administer => await AdministerAsync(token, cancellationToken),
            _ => throw new InvalidOperationException($"'{action}' is no action in an organization."),
        };
    }

    private async Task<ProbeAnswer> AdministerAsync(string token, CancellationToken cancellationToken)
    {
        var path = $"organizations/{Uri.EscapeDataString(organization)}/workload-identities/{Guid.NewGuid()}";
        var deletion = await SendAsync(RequestMethod.Delete, path, token, cancellationToken);
        return deletion is ServiceReply.Success or ServiceReply.Failure { Status: 404, Error.IsFromService: true }
            ? new ProbeAnswer.Allowed("workload identities can be deleted")
            : Explain(deletion);
    }

    private Task<ServiceReply> SendAsync(RequestMethod method, string path, string token, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new ServiceRequest(method, new Uri($"{api.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}"))
            {
                Bearer = token,
                Headers =
                [
                    ("Content-Type", "application/json"),
                    ("X-Activeloop-Auth-Provider", "azure"),
                    ("X-Activeloop-Org-Id", organization),
                ],
            },
            cancellationToken);

    private static ProbeAnswer Explain(ServiceReply reply) => reply switch
    {
        ServiceReply.Failure { Error: { IsFromService: false } error } => new ProbeAnswer.Unavailable(error.Message),
        ServiceReply.Failure { Status: 404 } failure => failure.ToMissing(),
        ServiceReply.Failure failure => failure.ToAnswer(),
        ServiceReply.Unreached unreached => unreached.ToAnswer(),
        _ => throw new InvalidOperationException($"'{reply}' is no failure."),
    };

    /// <summary>How many workspaces a list has, which comes bare or in the member <c>data</c>; null when it is none.</summary>
    private static int? Workspaces(ServiceReply.Success reply) => (reply.Json() switch
    {
        JsonArray bare => bare,
        JsonObject envelope => envelope["data"] as JsonArray,
        _ => null,
    })?.Count;
}
