using System.Collections.Immutable;

namespace Provisioning.Engine.State;

/// <summary>
/// The named extensions of the state format (Pulumi's apitype/core.go). A file that uses one has version 4 and lists
/// it, so that an engine without it refuses the file instead of losing data.
/// </summary>
internal static class CheckpointFeatures
{
    private const string Hooks = "hooks";
    private const string RefreshBeforeUpdate = "refreshBeforeUpdate";
    private const string ReplaceWith = "replaceWith";
    private const string Taint = "taint";

    /// <summary>Features of Pulumi's CLI that this engine does not have.</summary>
    private static readonly string[] Foreign =
        ["views", "snippets-prototype", "extensionParameterization", "byteString"];

    /// <summary>The features a snapshot uses, in ordinal order.</summary>
    public static ImmutableArray<string> Of(Snapshot snapshot)
    {
        var resources = snapshot.Resources.Concat(snapshot.PendingOperations.Select(operation => operation.Resource)).ToList();
        var features = ImmutableArray.CreateBuilder<string>();
        if (resources.Any(resource => resource.Hooks.Count > 0))
            features.Add(Hooks);
        if (resources.Any(resource => resource.RefreshBeforeUpdate))
            features.Add(RefreshBeforeUpdate);
        if (resources.Any(resource => !resource.ReplaceWith.IsDefaultOrEmpty))
            features.Add(ReplaceWith);
        if (resources.Any(resource => resource.Taint))
            features.Add(Taint);
        return features.ToImmutable();
    }

    /// <summary>Refuses a file with a feature this engine does not have.</summary>
    /// <exception cref="StateException">There is one.</exception>
    public static void Check(IEnumerable<string> features, string source)
    {
        foreach (var feature in features)
        {
            if (feature is Hooks or RefreshBeforeUpdate or ReplaceWith or Taint)
                continue;

            var advice = Foreign.Contains(feature)
                ? "which Pulumi's own CLI has and this engine does not; use the CLI for this stack"
                : "which a newer engine wrote; update this one";
            throw new StateException(StateErrorCode.UnsupportedFeature, $"{source} uses the feature '{feature}', {advice}.");
        }
    }
}
