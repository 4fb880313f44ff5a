using System.Collections.Frozen;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>A type of Microsoft Graph: created with POST to a collection, changed with PATCH, removed with DELETE.</summary>
internal sealed record GraphResourceType : ResourceType
{
    /// <summary>The collection that takes a POST.</summary>
    public required PathTemplate Collection { get; init; }

    /// <summary>The form of the id in Pulumi's state, with the parameters of the path.</summary>
    public required PathTemplate Id { get; init; }

    /// <summary>The parameter of the path that the service fills in.</summary>
    public required string Key { get; init; }

    /// <summary>Where each output stands in the service's object: its dotted path there, by the name that SDKs use.</summary>
    public required FrozenDictionary<string, string> Properties { get; init; }

    /// <summary>Outputs that are also inputs.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Inputs of the published package that this provider does not implement and therefore refuses.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Inputs that say which parent the resource has.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Inputs that can be set at creation only, besides parents.</summary>
    public IReadOnlyList<string> CreateOnly { get; init; } = [];

    /// <summary>
    /// The path by which a resource can be found before its id is known, from the inputs; null when they give it no natural key.
    /// </summary>
    public required Func<PropertyMap, string?> NaturalKey { get; init; }

    /// <summary>
    /// Whether Check gives new resources a name that nobody else uses, and PATCH of the natural key with it creates what is
    /// missing: repeating it never makes a second one.
    /// </summary>
    public bool HasUniqueName { get; init; }

    /// <summary>Whether inputs ask to take over a resource that exists under the natural key.</summary>
    public Func<PropertyMap, bool> TakesOver { get; init; } = _ => false;

    /// <summary>Outputs that follow from others.</summary>
    public Func<PropertyMap, PropertyMap> Derive { get; init; } = outputs => outputs;

    /// <summary>Whether only one resource of the type below the same parent may be written at a time.</summary>
    public bool OneWriteAtATime { get; init; }

    /// <inheritdoc/>
    public override string Service => $"Microsoft.Graph/{Collection.ToString().Split('/')[^1]}";

    /// <inheritdoc/>
    public override IEnumerable<string> BodyInputs => Inputs;

    /// <inheritdoc/>
    public override IEnumerable<string> PathInputs => Parents;

    /// <inheritdoc/>
    public override bool IgnoresCaseOfPath => false;
}
