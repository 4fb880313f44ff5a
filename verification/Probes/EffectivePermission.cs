using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Provisioning.Verification.Probes;

/// <summary>
/// One entry of the permissions that Resource Manager tells a caller he has. What an entry excludes, another may grant.
/// </summary>
/// <param name="Actions">Patterns of control actions granted.</param>
/// <param name="NotActions">Patterns taken away from these.</param>
internal sealed record EffectivePermission(IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions)
{
    private const string AnySegments = "/*/";

    /// <summary>Reads an entry; what is missing is empty.</summary>
    public static EffectivePermission Read(JsonObject entry) => new(Texts(entry, "actions"), Texts(entry, "notActions"));

    /// <summary>Whether the entry grants a control action.</summary>
    public bool Grants(string action) => Actions.Any(pattern => Covers(pattern, action)) && !NotActions.Any(pattern => Covers(pattern, action));

    /// <summary>
    /// Without regard to case, <c>*</c> stands for anything, slashes included; a <c>*</c> that is a segment of its own also stands for no
    /// segment at all, as <c>userAssignedIdentities/*/assign/action</c> shows, which covers <c>userAssignedIdentities/assign/action</c>.
    /// </summary>
    private static bool Covers(string pattern, string action) =>
        FileSystemName.MatchesSimpleExpression(pattern, action)
        || (pattern.Contains(AnySegments, StringComparison.Ordinal)
            && FileSystemName.MatchesSimpleExpression(pattern.Replace(AnySegments, "/", StringComparison.Ordinal), action));

    private static IReadOnlyList<string> Texts(JsonObject entry, string name) =>
        [.. (entry[name] as JsonArray ?? []).OfType<JsonValue>().Select(text => text.ToString())];
}
