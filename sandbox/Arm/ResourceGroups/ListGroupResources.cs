using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Lists what is in a resource group, children left out; <c>$filter</c> narrows it to one type.</summary>
internal sealed partial class ListGroupResources() : ArmOperation(
    "GET", $"{ArmResourceType.GroupRoute}/resources", ArmTypes.ResourceGroups.Versions, "Microsoft.Resources/subscriptions/resourceGroups/resources/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is null)
            return ArmError.GroupNotFound(request.Target.Name);

        var resources = ArmTypes.All
            .Where(type => type is { IsChild: false, IsTracked: true, IsStored: true })
            .SelectMany(type => arm.Resources.ChildrenOf(request.Target, type));
        if (request.Query.GetValueOrDefault("$filter") is { Length: > 0 } filter)
        {
            if (TypeFilter().Match(filter) is not { Success: true } match)
                return ArmError.BadRequest("InvalidFilterInQueryString", $"The filter '{filter}' is not supported. Use resourceType eq '…'.");
            resources = resources.Where(resource => resource.ArmId.IsOfType(match.Groups["type"].Value));
        }

        return Page.Of(resources.OrderBy(resource => resource.Id, StringComparer.OrdinalIgnoreCase).Select(Summary), request, arm);
    }

    private static JsonObject Summary(ArmResource resource)
    {
        var summary = new JsonObject { ["id"] = resource.Id, ["name"] = resource.ArmId.Name, ["type"] = resource.ArmId.Type };
        foreach (var member in new[] { "location", "tags", "kind", "sku", "identity" })
        {
            if (resource.Open().At(member) is { } value)
                summary[member] = value.DeepClone();
        }

        return summary;
    }

    [GeneratedRegex(@"^resourceType\s+eq\s+'(?<type>[^']+)'$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TypeFilter();
}
