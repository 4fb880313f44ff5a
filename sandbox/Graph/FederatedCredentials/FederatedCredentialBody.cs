using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary>Federated credentials as Graph's JSON, and the rules they must keep (microsoft-graph-docs, resources/federatedidentitycredential.md).</summary>
internal static partial class FederatedCredentialBody
{
    private const int LongestText = 600;

    /// <summary>Writes a credential.</summary>
    public static JsonObject Write(FederatedCredential credential) => new()
    {
        ["id"] = credential.Id.ToString(),
        ["name"] = credential.Name,
        ["issuer"] = credential.Issuer,
        ["subject"] = credential.Subject,
        ["description"] = credential.Description,
        ["audiences"] = new JsonArray(credential.Audience),
    };

    /// <summary>The name of a new credential.</summary>
    public static string Name(string name) =>
        NameForm().IsMatch(name)
            ? name
            : throw GraphException.BadRequest(
                $"Property 'name' has the invalid value '{name}': 3 to 120 URL-safe characters, the first a letter or a digit.");

    /// <summary>Makes a credential of a body, which must hold all that is required.</summary>
    public static FederatedCredential Read(GraphBody body, string name, Guid id, DateTimeOffset visibleAt) => Apply(body, new FederatedCredential
    {
        Id = id,
        Name = Name(name),
        Issuer = body.RequiredText("issuer"),
        Subject = body.RequiredText("subject"),
        Audience = Audience(body) ?? throw WrongAudiences(),
        VisibleAt = visibleAt,
    });

    /// <summary>Sets what a body holds; what it does not mention stays.</summary>
    public static FederatedCredential Apply(GraphBody body, FederatedCredential credential)
    {
        if (body.Text("name") is { } name && name != credential.Name)
            throw GraphException.BadRequest("Property 'name' is read-only and cannot be set after creation.");

        return credential with
        {
            Issuer = Short("issuer", body.Has("issuer") ? body.RequiredText("issuer") : credential.Issuer),
            Subject = Short("subject", body.Has("subject") ? body.RequiredText("subject") : credential.Subject),
            Audience = Short("audiences", Audience(body) ?? credential.Audience),
            Description = body.Has("description") ? Description(body) : credential.Description,
        };
    }

    /// <summary>Puts a credential in place of the one with its id, or after the others.</summary>
    /// <exception cref="GraphException">The application is full, or another credential has its name or its issuer and subject.</exception>
    public static Application Store(Application application, FederatedCredential credential)
    {
        var others = application.FederatedCredentials.RemoveAll(other => other.Id == credential.Id);
        if (others.Any(other => other.Name == credential.Name))
            throw GraphException.Conflict($"FederatedIdentityCredential with name {credential.Name} already exists.");
        if (others.Any(other => other.Issuer == credential.Issuer && other.Subject == credential.Subject))
            throw GraphException.Conflict("Issuer and subject combination already exists for this application.");
        if (others.Length >= FederatedCredential.LimitPerParent)
            throw GraphException.BadRequest($"The application has the {FederatedCredential.LimitPerParent} federated identity credentials it can have.");

        var position = application.FederatedCredentials.Select(other => other.Id).ToImmutableArray().IndexOf(credential.Id);
        return application with { FederatedCredentials = others.Insert(position < 0 ? others.Length : position, credential) };
    }

    private static string? Audience(GraphBody body) => body.Texts("audiences") switch
    {
        null => null,
        [{ Length: > 0 } audience] => audience,
        _ => throw WrongAudiences(),
    };

    private static string? Description(GraphBody body) => body.Text("description") is { } text ? Short("description", text) : null;

    private static string Short(string property, string value) =>
        value.Length <= LongestText ? value : throw GraphException.BadRequest($"Property '{property}' is longer than {LongestText} characters.");

    private static GraphException WrongAudiences() => GraphException.BadRequest("Federated identity credentials must have exactly one audience.");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._~=-]{2,119}$")]
    private static partial Regex NameForm();
}
