using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm;

/// <summary>A type of resource: its name, where it lives, how its resources are named, and what outlives them.</summary>
/// <param name="Namespace">Resource provider, as in <c>Microsoft.Storage</c>.</param>
/// <param name="Segments">Type segments, outermost first, each with the route parameter of its name.</param>
/// <param name="Versions">API versions accepted.</param>
/// <param name="NamePattern">Regular expression for names; null when every name is good.</param>
internal record ArmResourceType(
    string Namespace,
    IReadOnlyList<(string Type, string Parameter)> Segments,
    ApiVersions Versions,
    string? NamePattern = null)
{
    /// <summary>Path of a subscription.</summary>
    public const string SubscriptionRoute = "/subscriptions/{subscriptionId}";

    /// <summary>Path of a resource group.</summary>
    public const string GroupRoute = SubscriptionRoute + "/resourceGroups/{resourceGroupName}";

    /// <summary>Code of the refusal of a bad name. Default: <c>BadRequest</c>.</summary>
    public string NameErrorCode { get; init; } = "BadRequest";

    /// <summary>Route of what the resources hang under. Default: a resource group; <c>/{scope}</c> for extensions.</summary>
    public string ScopeRoute { get; init; } = GroupRoute;

    /// <summary>Whether the resources have a location. Default: true.</summary>
    public bool IsTracked { get; init; } = true;

    /// <summary>Whether the resources are kept among the others, and not by a store of their own. Default: true.</summary>
    public bool IsStored { get; init; } = true;

    /// <summary>
    /// Whether the data plane makes them too, so that Resource Manager does not know all there are: whatever hangs under one needs
    /// only what contains it.
    /// </summary>
    public bool IsMadeByDataPlane { get; init; }

    /// <summary>Properties that only the service sets; a request's values for them are ignored.</summary>
    public IReadOnlyList<string> ReadOnlyProperties { get; init; } = [];

    /// <summary>Whether a name is taken for everybody, not only within the resource group.</summary>
    public bool HasGlobalNames { get; init; }

    /// <summary>How long a deleted resource can come back and keeps its name; null when it is gone at once.</summary>
    public TimeSpan? SoftDeletion { get; init; }

    /// <summary>Whether answers carry <c>systemData</c>.</summary>
    public bool HasSystemData { get; init; }

    /// <summary>Full name, as in <c>Microsoft.Storage/storageAccounts</c>.</summary>
    public string Name => $"{Namespace}/{string.Join('/', Segments.Select(segment => segment.Type))}";

    /// <summary>Whether the resources live within a resource of another type of the same provider.</summary>
    public bool IsChild => Segments.Count > 1;

    /// <summary>Route of one resource.</summary>
    public virtual string Route =>
        $"{ScopeRoute}/providers/{Namespace}{string.Concat(Segments.Select(segment => $"/{segment.Type}/{{{segment.Parameter}}}"))}";

    /// <summary>Route of the resources under their parent.</summary>
    public string CollectionRoute => Route[..Route.LastIndexOf('/')];

    /// <summary>Route of the resources in the whole subscription; for types without a parent.</summary>
    public string SubscriptionCollectionRoute => $"{SubscriptionRoute}/providers/{Name}";

    /// <summary>Action on the type, as in <c>Microsoft.Storage/storageAccounts/write</c>.</summary>
    public virtual string Action(string verb) => $"{Name}/{verb}";

    /// <summary>Why a name is refused, or null.</summary>
    public ArmError? CheckName(string name) =>
        NamePattern is null || Regex.IsMatch(name, NamePattern, RegexOptions.CultureInvariant)
            ? null
            : ArmError.BadRequest(NameErrorCode, $"'{name}' is not a valid name for '{Name}'. It must match '{NamePattern}'.", "name");

    /// <summary>The id of a new resource: below its container as stored, types in Azure's casing, the name in the caller's.</summary>
    public ArmId IdIn(ArmId container, string name) =>
        container.Append(IsChild ? $"{Segments[^1].Type}/{name}" : $"providers/{Name}/{name}");

    /// <summary>What a request says about a resource, without what only the service sets and without its identity.</summary>
    public JsonObject Draft(JsonObject body)
    {
        var draft = new JsonObject();
        foreach (var member in new[] { "location", "tags", "kind", "sku", "properties" })
        {
            if (body.At(member) is { } value)
                draft[member] = value.DeepClone();
        }

        if (body.TextAt("location") is { } location)
            draft["location"] = AzureLocation.Normalize(location);
        foreach (var property in ReadOnlyProperties)
            draft.Open("properties").Remove(property);
        return draft;
    }

    /// <summary>A resource as answers show it.</summary>
    public virtual JsonObject View(ArmResource resource, ArmWorld arm)
    {
        var view = new JsonObject { ["id"] = resource.Id, ["name"] = resource.ArmId.Name, ["type"] = Name };
        foreach (var (name, value) in resource.Open())
            view[name] = value?.DeepClone();
        if (HasSystemData)
            view["systemData"] = SystemData(resource);
        return view;
    }

    private static JsonObject SystemData(ArmResource resource) => new()
    {
        ["createdBy"] = resource.CreatedBy.ToString(),
        ["createdByType"] = "Application",
        ["createdAt"] = AzureTime.Text(resource.CreatedAt),
        ["lastModifiedBy"] = resource.ModifiedBy.ToString(),
        ["lastModifiedByType"] = "Application",
        ["lastModifiedAt"] = AzureTime.Text(resource.ModifiedAt),
    };
}
