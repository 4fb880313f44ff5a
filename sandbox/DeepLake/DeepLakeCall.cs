using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>One authenticated request on its way through an operation.</summary>
internal sealed class DeepLakeCall(HttpContext http, DeepLakeStore store, DeepLakeCaller caller)
{
    /// <summary>What the service remembers.</summary>
    public DeepLakeStore Store { get; } = store;

    /// <summary>Who calls.</summary>
    public DeepLakeCaller Caller { get; } = caller;

    /// <summary>A part of the path.</summary>
    public string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>The organization in the path, which the caller must be a member of; an administrator when one is demanded.</summary>
    public Organization Organization(bool asAdministrator = false)
    {
        var id = Route("organization");
        if (Store.FindOrganization(id) is not { } organization || RoleIn(organization.Id) is not { } role)
        {
            throw Store.Quirks.HidesOrganizations
                ? DeepLakeException.NotFound("organization not found")
                : DeepLakeException.Forbidden("not a member of the organization");
        }

        if (asAdministrator && role != MemberRole.Admin)
            throw DeepLakeException.Forbidden("organization admin role required");
        return organization;
    }

    /// <summary>The organization that a request without one in its path is about.</summary>
    public string CurrentOrganization()
    {
        if (Caller is DeepLakeCaller.Workload workload)
            return workload.Registration.OrganizationId;

        var id = DeepLakeAuthenticator.NamedOrganization(http.Request) ?? (Caller as DeepLakeCaller.Person)?.OrganizationId;
        if (string.IsNullOrEmpty(id))
            throw DeepLakeException.BadRequest("Organization ID is required");
        return RoleIn(id) is null ? throw DeepLakeException.Forbidden("not a member of the organization") : id;
    }

    /// <summary>The user who calls; workload identities have no profile.</summary>
    public User User() => Caller is DeepLakeCaller.Person person ? person.User : throw DeepLakeException.Forbidden("user token required");

    /// <summary>The body, which must be a JSON object.</summary>
    public async Task<JsonObject> ReadBodyAsync()
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject
                ?? throw DeepLakeException.BadRequest("request body must be a JSON object");
        }
        catch (JsonException)
        {
            throw DeepLakeException.BadRequest("request body is not valid JSON");
        }
    }

    /// <summary>The role of the caller in an organization; null when the caller is no member. A workload identity reads.</summary>
    private MemberRole? RoleIn(string organization) => Caller switch
    {
        DeepLakeCaller.Person person => Store.FindRole(organization, person.User.Id),
        DeepLakeCaller.Workload workload =>
            workload.Registration.OrganizationId.Equals(organization, StringComparison.OrdinalIgnoreCase) ? MemberRole.Read : null,
        _ => throw new InvalidOperationException($"Unhandled caller {Caller.GetType()}."),
    };
}
