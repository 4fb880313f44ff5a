using System.Collections.Frozen;

namespace Provisioning.Engine.State.Json;

/// <summary>Reads Pulumi's deployments of versions 1 to 4.</summary>
/// <param name="resources">Reads resources.</param>
internal sealed class SnapshotReader(ResourceReader resources)
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal, "manifest", "secrets_providers", "resources", "pending_operations", "metadata");

    /// <summary>Reads a deployment.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="verifyMagic">Refuse a manifest that was edited.</param>
    /// <exception cref="StateException">It is damaged or not supported.</exception>
    public Snapshot Read(StateElement deployment, bool verifyMagic)
    {
        var shared = deployment.WithStrings();
        return new(
            ReadManifest(shared, verifyMagic),
            [.. shared.Items("resources").Select(resources.Read)],
            [.. shared.Items("pending_operations").Select(ReadOperation)])
        {
            Foreign = shared.MembersExcept(Known),
        };
    }

    /// <summary>Reads the manifest of a deployment or a plan.</summary>
    public static Manifest ReadManifest(StateElement deployment, bool verifyMagic)
    {
        if (deployment.Find("manifest") is not { } element)
            return Manifest.None;

        var manifest = new Manifest(element.Time("time") ?? default, element.Text("version"));
        return !verifyMagic || StateDocument.IsMagicRight(element)
            ? manifest
            : throw new StateException(
                StateErrorCode.MagicMismatch,
                $"The state is damaged: the magic of {element.Where} does not belong to the version '{manifest.Version}'. Run 'state repair', or restore a backup by 'stack import'.");
    }

    private PendingOperation ReadOperation(StateElement element) =>
        element.Find("resource") is { } resource && OperationKinds.TryParse(element.Text("type"), out var kind)
            ? new PendingOperation(resources.Read(resource), kind)
            : throw element.Wrong("an operation with a resource and a known type");
}
