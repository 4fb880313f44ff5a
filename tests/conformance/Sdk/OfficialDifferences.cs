using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Provisioning.Protocol.Values;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>
/// Evens out everything in which the official SDKs for Node.js and .NET differ, so that what the official Node.js SDK sends can
/// judge ours, which follows the official .NET SDK. Each rule says what the difference is; there are no others.
/// </summary>
internal static partial class OfficialDifferences
{
    /// <summary>Node.js asks for the engine's features in one call, .NET one by one; Node.js tells the engine its stack, and logs more.</summary>
    private static readonly HashSet<string> OwnMethods = ["GetDeploymentInfo", "SupportsFeature", "SetRootResource", "GetRootResource", "Log"];

    /// <summary>
    /// Node.js says where in the source a resource is declared, and takes aliases literally. These say how a request is written,
    /// not what it is about.
    /// </summary>
    private static readonly string[] OwnFields = ["sourceposition", "stacktrace", "parentstacktracehandle", "aliasspecs"];

    /// <summary>The requests that both SDKs should send alike.</summary>
    public static IEnumerable<JsonObject> EvenOut(IEnumerable<JsonObject> requests) =>
        requests.Where(request => !OwnMethods.Contains(Text(request, "method"))).Select(EvenOut);

    private static JsonObject EvenOut(JsonObject original)
    {
        var request = (JsonObject)original.DeepClone();
        foreach (var field in OwnFields)
            request.Remove(field);

        // A local component's providers: Node.js tells the engine, .NET gives them to the children itself. A remote component's: Node.js
        // also tells the one of its own package apart.
        if (request["remote"]?.GetValue<bool>() == true)
            request.Remove("provider");
        else
            request.Remove("providers");

        foreach (var (field, duration) in Members(request["customtimeouts"]).Where(member => Text(member.Value).Length > 0).ToList())
            ((JsonObject?)request["customtimeouts"])?[field] = Seconds(Text(duration));

        // Node.js counts what a resource is replaced with among its dependencies.
        var replaceWith = Texts(request["replaceWith"]);
        if (request["dependencies"] is not null)
            request["dependencies"] = Urns(Texts(request["dependencies"]).Except(replaceWith));

        // .NET lists every input, also those without dependencies.
        foreach (var (input, urns) in Members(request["propertydependencies"]).ToList())
            ((JsonObject?)request["propertydependencies"])?[input] = Urns(Texts(urns));

        // The same parent as now: Node.js names it, .NET leaves it out.
        foreach (var spec in (request["aliases"] as JsonArray ?? []).Select(alias => alias?["spec"]).OfType<JsonObject>())
        {
            if (spec["noparent"]?.GetValue<bool>() == false)
                spec["parenturn"] = Text(request, "parent");
        }

        foreach (var field in (string[])["object", "properties", "outputs", "args"])
        {
            if (request[field] is { } value)
                request[field] = EvenOutValue(value, unwrapSecrets: Text(request, "method") == "Invoke");
        }

        return request;
    }

    /// <param name="value">The value.</param>
    /// <param name="unwrapSecrets">Node.js takes the secret marks off arguments of functions and puts one on the result.</param>
    private static JsonNode? EvenOutValue(JsonNode? value, bool unwrapSecrets)
    {
        switch (value)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(item => EvenOutValue(item, unwrapSecrets))]);

            // .NET loses the secretness of what is unknown.
            case JsonObject secret when Text(secret, Signatures.Key) == Signatures.Secret && (unwrapSecrets || Text(secret["value"]) == Signatures.Unknown):
                return EvenOutValue(secret["value"], unwrapSecrets);

            case JsonObject map:
                var members = map
                    // Node.js marks assets and archives once more.
                    .Where(member => !member.Key.StartsWith("__pulumi", StringComparison.Ordinal))
                    .Select(member => KeyValuePair.Create(member.Key, EvenOutValue(member.Value, unwrapSecrets)));
                var result = new JsonObject(members);

                // An id that is not known: Node.js writes the sign for unknown texts, .NET nothing.
                if (Text(result, Signatures.Key) == Signatures.ResourceReference && Text(result, "id") == Signatures.Unknown)
                    result["id"] = "";
                return result;

            default:
                return value?.DeepClone();
        }
    }

    /// <summary>Node.js passes durations on as they are written, .NET counts nanoseconds.</summary>
    private static string Seconds(string duration)
    {
        var seconds = DurationPart().Matches(duration).Sum(part => double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * part.Groups[2].Value switch
        {
            "h" => 3600,
            "m" => 60,
            "s" => 1,
            "ns" => 1e-9,
            var unit => throw new InvalidOperationException($"Unhandled unit {unit}."),
        });
        return $"{Math.Round(seconds, 6).ToString(CultureInfo.InvariantCulture)} seconds";
    }

    [GeneratedRegex("([0-9.]+)([a-z]+)")]
    private static partial Regex DurationPart();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? map) => map as JsonObject ?? [];

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(Text);

    private static JsonArray Urns(IEnumerable<string> urns) => [.. urns.Order(StringComparer.Ordinal).Select(urn => JsonValue.Create(urn))];

    private static string Text(JsonObject map, string key) => Text(map[key]);

    private static string Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : "";
}
