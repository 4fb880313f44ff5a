using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.State.Json;

/// <summary>Writes Pulumi's DeploymentV3 and what stands before it in both envelopes.</summary>
/// <param name="json">Where to.</param>
/// <param name="values">Writes the property values of a resource to the same place.</param>
internal sealed class SnapshotWriter(GoJsonWriter json, Func<Urn, PropertyValueWriter> values)
{
    /// <summary>Writes the version, which depends on the features a snapshot uses, and their names.</summary>
    public void WriteVersion(ImmutableArray<string> features)
    {
        json.Name("version");
        json.Number(features.IsEmpty ? StateDocument.PlainVersion : StateDocument.NewestVersion);
        if (features.IsEmpty)
            return;

        json.Name("features");
        json.StartArray();
        foreach (var feature in features)
            json.String(feature);
        json.EndArray();
    }

    /// <summary>Writes the deployment.</summary>
    public void WriteDeployment(Snapshot snapshot, ISecretsManager? secrets)
    {
        json.StartObject();
        WriteManifest(snapshot.Manifest);
        // A manager without a state has not encrypted anything yet.
        if (secrets is { StateJson.Length: > 0 })
            WriteSecretsProvider(secrets);
        WriteResources(snapshot.Resources);
        WritePendingOperations(snapshot.PendingOperations);
        json.Name("metadata");
        json.StartObject();
        json.EndObject();
        json.Members(snapshot.Foreign);
        json.EndObject();
    }

    /// <summary>Writes the manifest, with its name.</summary>
    public void WriteManifest(Manifest manifest)
    {
        json.Name("manifest");
        json.StartObject();
        json.Name("time");
        json.String(manifest.Time.ToString());
        json.Name("magic");
        json.String(manifest.Magic);
        json.Name("version");
        json.String(manifest.Version);
        json.EndObject();
    }

    private void WriteSecretsProvider(ISecretsManager secrets)
    {
        json.Name("secrets_providers");
        json.StartObject();
        json.Name("type");
        json.String(secrets.Type);
        json.Name("state");
        json.Element(JsonElement.Parse(secrets.StateJson));
        json.EndObject();
    }

    private void WriteResources(ImmutableArray<ResourceState> resources)
    {
        if (resources.IsEmpty)
            return;

        json.Name("resources");
        json.StartArray();
        foreach (var resource in resources)
            new ResourceWriter(json, values(resource.Urn)).Write(resource);
        json.EndArray();
    }

    private void WritePendingOperations(ImmutableArray<PendingOperation> operations)
    {
        if (operations.IsEmpty)
            return;

        json.Name("pending_operations");
        json.StartArray();
        foreach (var operation in operations)
        {
            json.StartObject();
            json.Name("resource");
            new ResourceWriter(json, values(operation.Resource.Urn)).Write(operation.Resource);
            json.Name("type");
            json.String(operation.Kind.Name());
            json.EndObject();
        }

        json.EndArray();
    }
}
