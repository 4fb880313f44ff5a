using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>A resource as the sandbox keeps it.</summary>
internal sealed record ArmResource
{
    /// <summary>Id in the casing of its creation, types in Azure's.</summary>
    public required string Id { get; init; }

    /// <summary>All that a GET shows besides id, name, type and <c>systemData</c>.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>What a GET never shows: keys, passwords, the values of connections. Null for none.</summary>
    public JsonElement? Secrets { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Object id of its creator.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Object id of the last writer.</summary>
    public required Guid ModifiedBy { get; init; }

    /// <summary>Counts its writes, from 1 on; the ETag of types that have one.</summary>
    public long Revision { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>The parsed id.</summary>
    [JsonIgnore]
    public ArmId ArmId => ArmId.Parse(Id);

    /// <summary>The body for reading and for making a changed copy.</summary>
    public JsonObject Open() => JsonObject.Create(Body) ?? throw new InvalidDataException($"The body of '{Id}' is no object.");

    /// <summary>The secrets, likewise; empty when there are none.</summary>
    public JsonObject OpenSecrets() => Secrets is { } secrets && JsonObject.Create(secrets) is { } open ? open : [];

    /// <summary>The resource with another body.</summary>
    public ArmResource With(JsonObject body) => this with { Body = body.Freeze() };
}
