using System.Text.Json.Nodes;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary>Applications as Graph's JSON.</summary>
internal static class ApplicationBody
{
    private const int LongestName = 256;
    private static readonly string[] Audiences = ["AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount"];

    private static readonly WritableMembers Settings = new(
        kept:
        [
            "api", "appRoles", "groupMembershipClaims", "info", "isDeviceOnlyAuthSupported", "isFallbackPublicClient", "notes",
            "oauth2RequirePostResponse", "optionalClaims", "publicClient", "requiredResourceAccess", "serviceManagementReference", "spa", "web",
        ],
        understood: ["description", "displayName", "identifierUris", "signInAudience", "tags", "uniqueName"]);

    /// <summary>Writes an application. It has no secret or certificate, ever.</summary>
    public static JsonObject Write(Application application) => WritableMembers.Write(Describe(application), application.Settings);

    /// <summary>The display name of a body.</summary>
    public static string DisplayName(GraphBody body)
    {
        var name = body.RequiredText("displayName");
        return name.Length <= LongestName ? name : throw GraphException.BadRequest($"Property 'displayName' is longer than {LongestName} characters.");
    }

    /// <summary>Sets what a body holds; what it does not mention stays.</summary>
    public static Application Apply(GraphBody body, Application application)
    {
        var audience = body.Text("signInAudience") ?? application.SignInAudience;
        if (!Audiences.Contains(audience))
            throw GraphException.BadRequest($"Invalid value '{audience}' for property 'signInAudience'.");

        return application with
        {
            DisplayName = body.Has("displayName") ? DisplayName(body) : application.DisplayName,
            Description = body.Has("description") ? body.Text("description") : application.Description,
            SignInAudience = audience,
            IdentifierUris = body.Texts("identifierUris") ?? application.IdentifierUris,
            Tags = body.Texts("tags") ?? application.Tags,
            Settings = Settings.Apply(body, application.Settings),
        };
    }

    private static JsonObject Describe(Application application) => new()
    {
        ["id"] = application.ObjectId.ToString(),
        ["deletedDateTime"] = application.DeletedAt?.UtcDateTime,
        ["appId"] = application.AppId.ToString(),
        ["uniqueName"] = application.UniqueName,
        ["createdDateTime"] = application.CreatedAt.UtcDateTime,
        ["displayName"] = application.DisplayName,
        ["description"] = application.Description,
        ["identifierUris"] = new JsonArray([.. application.IdentifierUris.Select(uri => JsonValue.Create(uri))]),
        ["signInAudience"] = application.SignInAudience,
        ["tags"] = new JsonArray([.. application.Tags.Select(tag => JsonValue.Create(tag))]),
        ["keyCredentials"] = new JsonArray(),
        ["passwordCredentials"] = new JsonArray(),
    };
}
