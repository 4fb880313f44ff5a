namespace Provisioning.Sandbox.Arm;

/// <summary>Explains why no operation answers a path.</summary>
internal static class UnknownRoute
{
    /// <summary>The refusal of a request.</summary>
    public static ArmError Explain(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var provider = Array.FindLastIndex(segments, segment => segment.Equals("providers", StringComparison.OrdinalIgnoreCase));
        if (provider < 0 || provider + 2 >= segments.Length)
            return new ArmError(404, "NotFound", $"The sandbox has no operation {method} {path}.");

        var name = segments[provider + 1];
        var known = ArmTypes.All.Where(type => type.Namespace.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count is 0)
            return new ArmError(404, "InvalidResourceNamespace", $"There is no resource provider '{name}'.");

        var type = segments[provider + 2];
        return known.Any(one => one.Segments[0].Type.Equals(type, StringComparison.OrdinalIgnoreCase))
            ? new ArmError(405, "MethodNotAllowed", $"The sandbox has no operation {method} on '{name}/{type}' at this path.")
            : new ArmError(404, "InvalidResourceType", $"The resource provider '{name}' has no type '{type}'.");
    }
}
