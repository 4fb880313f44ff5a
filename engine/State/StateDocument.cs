using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.State;

/// <summary>
/// A parsed state file whose values are still encrypted: enough to list, export and choose a secrets manager.
/// <see cref="CheckpointSerializer"/> turns it into a <see cref="Snapshot"/>. Immutable, as long as nobody changes the bytes that it
/// was parsed from, which it keeps.
/// </summary>
public sealed class StateDocument
{
    /// <summary>The newest version of the format; written only when a feature asks for it.</summary>
    internal const int NewestVersion = 4;

    /// <summary>The version that is written when no feature is used.</summary>
    internal const int PlainVersion = 3;

    /// <summary>How state JSON is parsed; property values may be nested deeply.</summary>
    internal static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 1000 };

    private static readonly FrozenSet<string> Unsettled = FrozenSet.Create(StringComparer.Ordinal, "pending_operations");

    private StateDocument(string source, int version, ImmutableArray<string> features, string stackName, StateElement? deployment)
    {
        Source = source;
        Version = version;
        Features = features;
        StackName = stackName;
        Deployment = deployment;
    }

    /// <summary>What messages call it: a path or a URL.</summary>
    public string Source { get; }

    /// <summary>The version it was written in: 1 to 4.</summary>
    public int Version { get; }

    /// <summary>The features it uses.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>The stack's full name, as it stands in the file; empty in exports.</summary>
    public string StackName { get; }

    /// <summary>Whether it holds no deployment, because the stack was never deployed.</summary>
    public bool IsEmpty => Deployment is null;

    /// <summary>How its secrets are encrypted; null when it does not say.</summary>
    public SecretsProviderState? SecretsProvider => Deployment?.Find("secrets_providers") is { } provider && provider.Text("type").Length > 0
        ? new SecretsProviderState(provider.Text("type"), provider.Find("state") is { } state ? Compact(state) : "")
        : null;

    /// <summary>When it was written; null when the stack was never deployed.</summary>
    public DateTimeOffset? Time => Deployment?.Find("manifest")?.Time("time")?.Value;

    /// <summary>The number of resources; null when the stack was never deployed.</summary>
    public int? ResourceCount => Deployment?.Items("resources").Count();

    /// <summary>Whether the manifest's magic belongs to its version; true without a manifest.</summary>
    internal bool HasRightMagic => Deployment?.Find("manifest") is not { } manifest || IsMagicRight(manifest);

    /// <summary>The deployment; null when the stack was never deployed.</summary>
    internal StateElement? Deployment { get; }

    /// <summary>Parses the checkpoint file of a backend.</summary>
    /// <exception cref="StateException">It is no checkpoint, or too new.</exception>
    public static StateDocument ParseCheckpoint(ReadOnlyMemory<byte> utf8, string source)
    {
        var root = Parse(utf8, source);
        var version = root.Integer("version") ?? 0;
        if (version is < 0 or > NewestVersion)
            throw new StateException(StateErrorCode.UnsupportedVersion, $"{source} has the checkpoint version {version}; this engine reads versions up to {NewestVersion}. Update it, or use the one that wrote the file.");

        // Files from before versioning, as well as those of new stacks, say 0; the former have no envelope.
        var checkpoint = root.Find("checkpoint") ?? (version == 0 ? root : throw root.Wrong("a checkpoint with the member 'checkpoint'"));
        return new StateDocument(source, Math.Max(version, 1), ReadFeatures(root, version, source), checkpoint.Text("stack"), checkpoint.Find("latest"));
    }

    /// <summary>
    /// Parses what <c>stack export</c> prints; or a checkpoint, such as a <c>.bak</c> file or one of <c>.pulumi/backups</c>, so that a
    /// backup is restored by importing it.
    /// </summary>
    /// <exception cref="StateException">It is neither, too old or too new.</exception>
    public static StateDocument ParseExport(ReadOnlyMemory<byte> utf8, string source)
    {
        var root = Parse(utf8, source);
        var version = root.Integer("version") ?? 0;
        if (version is < 1 or > NewestVersion)
            throw new StateException(StateErrorCode.UnsupportedVersion, $"{source} has the deployment version {version}, which is too {(version < 1 ? "old" : "new")}; this engine reads versions 1 to {NewestVersion}.");

        var deployment = root.Json.TryGetProperty("deployment", out _) ? root.Find("deployment")
            : root.Find("checkpoint") is { } checkpoint ? checkpoint.Find("latest")
            : throw root.Wrong("an export with the member 'deployment', or a checkpoint");
        return new StateDocument(source, version, ReadFeatures(root, version, source), "", deployment);
    }

    /// <summary>The checkpoint of a stack that was just created; Pulumi writes version 0 there.</summary>
    public static byte[] NewStack(string fullName)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("version");
        json.Number(0);
        json.Name("checkpoint");
        json.StartObject();
        json.Name("stack");
        json.String(fullName);
        json.EndObject();
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>What <c>stack export</c> prints: the deployment as it is, secrets encrypted, indented by four.</summary>
    public byte[] ToExport()
    {
        var json = new GoJsonWriter(indented: true);
        json.StartObject();
        WriteVersion(json);
        json.Name("deployment");
        if (Deployment is { } deployment)
            json.Element(deployment.Json);
        else
            json.Null();
        json.EndObject();
        json.EndLine();
        return json.Written.ToArray();
    }

    /// <summary>
    /// Whether it can be stored as it is, so that nothing in it is lost: its secrets are encrypted, and it needs no
    /// migration.
    /// </summary>
    internal bool IsStorable => Version >= PlainVersion && Deployment is { } deployment && !PropertyValueReader.HoldsPlaintext(deployment);

    /// <summary>
    /// The checkpoint file with the deployment as it is, but for pending operations: values, numbers and members are
    /// those of whoever wrote it.
    /// </summary>
    internal byte[] ToCheckpoint(string stackName)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        WriteVersion(json);
        json.Name("checkpoint");
        json.StartObject();
        json.Name("stack");
        json.String(stackName);
        json.Name("latest");
        json.StartObject();
        json.Members(Deployment?.MembersExcept(Unsettled) ?? []);
        json.EndObject();
        json.EndObject();
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>Whether a manifest's magic belongs to its version.</summary>
    internal static bool IsMagicRight(StateElement manifest) => manifest.Text("magic") == new Manifest(default(Timestamp), manifest.Text("version")).Magic;

    private void WriteVersion(GoJsonWriter json)
    {
        json.Name("version");
        json.Number(IsEmpty ? PlainVersion : Version);
        if (Features.IsEmpty)
            return;

        json.Name("features");
        json.StartArray();
        foreach (var feature in Features)
            json.String(feature);
        json.EndArray();
    }

    private static ImmutableArray<string> ReadFeatures(StateElement root, int version, string source)
    {
        if (version < NewestVersion)
            return [];

        var features = root.Texts("features");
        CheckpointFeatures.Check(features, source);
        return features;
    }

    private static StateElement Parse(ReadOnlyMemory<byte> utf8, string source)
    {
        try
        {
            return new StateElement(JsonDocument.Parse(utf8, JsonOptions).RootElement, source);
        }
        catch (JsonException exception)
        {
            throw new StateException(
                StateErrorCode.Unreadable,
                $"{source} is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}); restore its .bak file, or one of .pulumi/backups, by 'stack import --file'.",
                exception);
        }
    }

    private static string Compact(StateElement element)
    {
        var json = new GoJsonWriter();
        json.Element(element.Json);
        return Encoding.UTF8.GetString(json.Written);
    }
}
