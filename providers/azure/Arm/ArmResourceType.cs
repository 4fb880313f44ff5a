using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>A type of Azure Resource Manager: read with GET, written with PUT of the whole resource, removed with DELETE.</summary>
internal sealed record ArmResourceType : ResourceType
{
    /// <summary>The version of the service's API; azure-native's default for the type.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Inputs at the top level of the body.</summary>
    public IReadOnlyList<string> Envelope { get; init; } = [];

    /// <summary>Inputs in the body's <c>properties</c>, which SDKs see one level higher.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Whether SDKs see the members of the body's <c>properties</c> one level higher.</summary>
    public bool Flattens { get; init; } = true;

    /// <summary>How the name is made when it is not given.</summary>
    public AutoName AutoName { get; init; }

    /// <summary>What the name must look like; null when nothing is known beyond the service's own check.</summary>
    public NameRule? Name { get; init; }

    /// <summary>The form of the inputs' identity block.</summary>
    public IdentityStyle Identity { get; init; }

    /// <summary>
    /// Lists that other resources may add to: empty on create and left as they are on update unless the inputs hold them.
    /// </summary>
    public IReadOnlyList<string> SharedLists { get; init; } = [];

    /// <summary>What to send for an input that was removed, where the service keeps the old value otherwise.</summary>
    public IReadOnlyDictionary<string, PropertyValue> ResetOnRemoval { get; init; } = new Dictionary<string, PropertyValue>();

    /// <summary>Whether only one resource of the type below the same parent may be written at a time.</summary>
    public bool OneWriteAtATime { get; init; }

    /// <summary>
    /// Whether an existing resource with these outputs is the one that the inputs want, so that a create may take it over;
    /// null when an existing resource is always an error.
    /// </summary>
    public Func<PropertyMap, PropertyMap, bool>? IsSame { get; init; }

    /// <summary>
    /// The error code of a create that says a resource meaning the same exists, maybe under another name; empty when the
    /// type has none.
    /// </summary>
    public string ConflictCode { get; init; } = "";

    /// <summary>The list filter that finds such a resource, from the inputs.</summary>
    public Func<PropertyMap, string> ConflictFilter { get; init; } = _ => "";

    /// <summary>The input that names the principal to whom the resource gives permissions; empty when it gives none.</summary>
    public string GrantsTo { get; init; } = "";

    /// <summary>Extra query of GET and DELETE, from the inputs or outputs at hand and the provider's tenant.</summary>
    public Func<PropertyMap, string, IReadOnlyDictionary<string, string>>? Query { get; init; }

    /// <summary>Extra query of DELETE, from the inputs or outputs at hand.</summary>
    public Func<PropertyMap, Dictionary<string, string>>? DeleteQuery { get; init; }

    /// <summary>How the service keeps a deleted resource; null when it does not, or when that does no harm.</summary>
    public SoftDelete? SoftDelete { get; init; }

    /// <summary>Whether a finished delete leaves the name in use for a while, so that its end is awaited with GET.</summary>
    public bool AwaitsGone { get; init; }

    /// <summary>
    /// Texts that a created resource must have as sent: the service may bring back what a deleted one of the same name had
    /// (azure-rest-api-specs 18889).
    /// </summary>
    public IReadOnlyList<string> Verifies { get; init; } = [];

    /// <summary>Whether this provider only reads the type.</summary>
    public bool ReadsOnly { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> BodyInputs => Envelope.Concat(Properties);

    /// <inheritdoc/>
    public override IEnumerable<string> PathInputs => Path.Parameters.Where(name => name != "subscriptionId");

    /// <inheritdoc/>
    public override bool IgnoresCaseOfPath => true;

    /// <inheritdoc/>
    public override string Service => Path.Namespace;

    /// <summary>Whether the type has a location, which is filled in when it is not given.</summary>
    public bool HasLocation => Envelope.Contains("location");
}
