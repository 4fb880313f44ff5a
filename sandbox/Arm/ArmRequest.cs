using System.Text.Json.Nodes;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Arm;

/// <summary>A request that passed authentication, throttling and the check of its API version.</summary>
internal sealed record ArmRequest
{
    /// <summary>What the path is about, in the caller's casing: the resource, or the scope of a collection or action.</summary>
    public required ArmId Target { get; init; }

    /// <summary>The path as the client sent it.</summary>
    public required string Path { get; init; }

    /// <summary>The version asked for.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>The query's parameters; names are compared without case.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The values of the route's parameters.</summary>
    public required IReadOnlyDictionary<string, string> Route { get; init; }

    /// <summary>The <c>If-Match</c> header, or null.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Who asks.</summary>
    public required TokenPrincipal Caller { get; init; }

    /// <summary>When the request came.</summary>
    public required DateTimeOffset At { get; init; }
}
