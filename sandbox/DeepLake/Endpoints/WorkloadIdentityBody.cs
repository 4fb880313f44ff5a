using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary>Workload identities as the service's JSON, in the shapes that the quirks ask for.</summary>
internal static class WorkloadIdentityBody
{
    /// <summary>The path of the collection.</summary>
    public const string Path = "/organizations/{organization}/workload-identities";

    /// <summary>The answer with one registration.</summary>
    public static IResult Single(Registration registration, DeepLakeQuirks quirks, int status = StatusCodes.Status200OK)
    {
        var body = Write(registration, quirks);
        return JsonAnswer.Of(quirks.WrapsObjects ? new JsonObject { ["workload_identity"] = body } : body, status);
    }

    /// <summary>The answer with a list.</summary>
    public static IResult List(IEnumerable<Registration> registrations, DeepLakeQuirks quirks)
    {
        var items = new JsonArray([.. registrations.Select(registration => Write(registration, quirks))]);
        return JsonAnswer.Of<JsonNode>(quirks.ListEnvelope switch
        {
            ListEnvelope.Bare => items,
            ListEnvelope.Named => new JsonObject { ["workload_identities"] = items },
            ListEnvelope.Data => new JsonObject { ["data"] = items },
            _ => throw new InvalidOperationException($"Unhandled envelope {quirks.ListEnvelope}."),
        });
    }

    private static JsonObject Write(Registration registration, DeepLakeQuirks quirks) => new()
    {
        ["id"] = registration.Id.ToString(),
        [quirks.LongNames ? "organization_id" : "org_id"] = registration.OrganizationId,
        ["name"] = registration.Name,
        ["workload_identity_data"] = new JsonObject
        {
            ["type"] = "azure",
            ["azure_client_id"] = registration.ClientId.ToString(),
            ["azure_tenant_id"] = registration.TenantId.ToString(),
        },
        ["created_at"] = registration.CreatedAt.UtcDateTime,
    };
}
