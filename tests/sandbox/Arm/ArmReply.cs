using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>What Resource Manager answered.</summary>
internal sealed record ArmReply(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Text("error", "code");

    public string? Message => Text("error", "message");

    public JsonNode? At(params string[] path)
    {
        var node = Body;
        foreach (var name in path)
            node = node is JsonObject parent ? parent[name] : null;
        return node;
    }

    public string? Text(params string[] path) => At(path)?.ToString();

    public string? Property(string name) => Text("properties", name);

    /// <summary>The names of the items of a list.</summary>
    public IReadOnlyList<string> Names() => [.. (At("value") as JsonArray ?? []).Select(item => item?["name"]?.ToString() ?? "")];

    public ArmReply Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Body?.ToJsonString()}");
        return this;
    }

    public void ExpectError(int status, string code)
    {
        Assert.True(Status == status && Code == code, $"Expected {status} {code}, got {Status}: {Body?.ToJsonString()}");
        Assert.False(string.IsNullOrWhiteSpace(Message));
    }
}
