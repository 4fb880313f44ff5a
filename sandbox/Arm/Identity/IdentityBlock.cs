using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.Identity;

/// <summary>
/// The <c>identity</c> of a resource. Requests name what it shall have; answers add the principals. A system-assigned principal is born
/// and dies with its resource.
/// </summary>
internal static class IdentityBlock
{
    /// <summary>Action needed on an identity to give it to a resource.</summary>
    public const string AssignAction = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

    private const string System = "SystemAssigned";
    private const string User = "UserAssigned";
    private const string Map = "userAssignedIdentities";

    /// <summary>The identities a request names, for the check of linked access.</summary>
    public static IEnumerable<LinkedAccess> LinkedAccess(JsonObject body) =>
        (body.ObjectAt("identity", Map) ?? [])
        .Where(entry => entry.Value is not null && ArmId.TryParse(entry.Key, out _))
        .Select(entry => new LinkedAccess(ArmId.Parse(entry.Key), AssignAction));

    /// <summary>Gives a draft the identity its request asks for; one that is not mentioned is taken away.</summary>
    /// <param name="draft">The resource in the making.</param>
    /// <param name="requested">The request's <c>identity</c>, or null.</param>
    /// <param name="rules">What the provider allows.</param>
    /// <param name="displayName">Name of a system-assigned principal in the directory.</param>
    /// <param name="arm">Keeps identities and principals.</param>
    /// <returns>The refusal, or null.</returns>
    public static ArmError? Apply(Draft draft, JsonObject? requested, IdentityRules rules, string displayName, ArmWorld arm)
    {
        var (kinds, refusal) = ReadKinds(requested, rules);
        if (refusal is not null)
            return refusal;

        var current = draft.Existing?.Open().ObjectAt("identity");
        var users = new JsonObject();
        if (kinds.Contains(User) && AddUsers(users, requested.ObjectAt(Map), current.ObjectAt(Map), rules, arm) is { } invalid)
            return invalid;

        var principal = current.TextAt("principalId");
        if (!kinds.Contains(System) && principal is not null)
            arm.Directory.DeleteServicePrincipal(Guid.Parse(principal));

        draft.Body.Remove("identity");
        if (kinds.Count is 0)
        {
            if (requested is not null)
                draft.Body["identity"] = new JsonObject { ["type"] = "None" };
            return null;
        }

        var identity = new JsonObject { ["type"] = kinds.Count is 2 ? rules.CombinedType : kinds.Single() };
        if (kinds.Contains(System))
        {
            identity["principalId"] = principal ?? arm.Directory.CreateManagedIdentity(displayName, draft.Id.Value).ObjectId.ToString();
            identity["tenantId"] = arm.Directory.TenantId.ToString();
        }

        if (kinds.Contains(User))
            identity[Map] = users;
        draft.Body["identity"] = identity;
        return null;
    }

    /// <summary>The ids of the user-assigned identities of a resource.</summary>
    public static IReadOnlyList<ArmId> UserAssigned(JsonObject body) =>
        [.. (body.ObjectAt("identity", Map) ?? []).Select(entry => ArmId.Parse(entry.Key))];

    /// <summary>Removes the principals that exist for a resource alone.</summary>
    public static void DeletePrincipals(ArmResource resource, ArmWorld arm)
    {
        var body = resource.Open();
        var principal = resource.ArmId.IsOfType(ManagedIdentityTypes.UserAssignedIdentities.Name)
            ? body.TextAt("properties", "principalId")
            : body.TextAt("identity", "principalId");
        if (principal is not null)
            arm.Directory.DeleteServicePrincipal(Guid.Parse(principal));
    }

    private static (HashSet<string> Kinds, ArmError? Refusal) ReadKinds(JsonObject? requested, IdentityRules rules)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in (requested.TextAt("type") ?? "None").Split(',', StringSplitOptions.TrimEntries))
        {
            if (word is System or User)
                kinds.Add(word);
            else if (word is not "None")
                return (kinds, ArmError.Invalid($"The identity type '{requested.TextAt("type")}' is not supported.", "identity.type"));
        }

        if (kinds.Count is 2 && rules.CombinedType is null)
            return (kinds, ArmError.Invalid("A resource of this type has a system-assigned identity or user-assigned ones, not both.", "identity.type"));
        if (kinds.Contains(User) && rules.MaximumUserAssigned is 0)
            return (kinds, ArmError.Invalid("A resource of this type cannot have user-assigned identities.", "identity.type"));
        return !kinds.Contains(User) && requested?.ContainsKey(Map) is true && (rules.RefusesIdleMap || requested.ObjectAt(Map) is { Count: > 0 })
            ? (kinds, ArmError.Invalid("An identity whose type is not UserAssigned must not contain user assigned identities.", "identity.userAssignedIdentities"))
            : (kinds, null);
    }

    private static ArmError? AddUsers(JsonObject users, JsonObject? requested, JsonObject? current, IdentityRules rules, ArmWorld arm)
    {
        foreach (var (key, value) in requested ?? [])
        {
            if (value is null)
                continue;
            if (!ArmId.TryParse(key, out var id) || arm.Resources.Find(id, ManagedIdentityTypes.UserAssignedIdentities) is not { } identity)
                return ArmError.BadRequest("FailedIdentityOperation", $"The identity '{key}' could not be attached: it was not found.", "identity.userAssignedIdentities");

            var entry = new JsonObject
            {
                ["principalId"] = identity.Open().TextAt("properties", "principalId"),
                ["clientId"] = identity.Open().TextAt("properties", "clientId"),
            };
            if (value is not JsonObject { Count: 0 } && !(current is not null && JsonNode.DeepEquals(value, entry)))
                return ArmError.BadRequest("InvalidIdentityValues", $"Invalid value for the identity '{key}'. It must be an empty object.", "identity.userAssignedIdentities");
            users[key] = entry;
        }

        if (users.Count is 0)
            return ArmError.Invalid("The identity type UserAssigned needs at least one user-assigned identity.", "identity.userAssignedIdentities");
        return users.Count > rules.MaximumUserAssigned
            ? ArmError.Invalid($"A resource of this type has at most {rules.MaximumUserAssigned} user-assigned identities.", "identity.userAssignedIdentities")
            : null;
    }
}
