using Provisioning.Engine.Backends;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.State;

/// <summary>
/// Snapshots from and to Pulumi's state files, with secrets encrypted. One instance serves one stack in one process:
/// it remembers the ciphertexts it has read and written, so that an unchanged secret stays unchanged in the file.
/// Thread-safe.
/// </summary>
/// <remarks>
/// References are written as they are: rewriting those to earlier URNs is the business of
/// <see cref="Execution.SnapshotBuilder"/>. What Pulumi wrote is written back byte for byte but for aliases and the
/// paths of plugins, which it drops as well, and for property dependencies that stand as null, which become empty
/// lists. Members that only a newer Pulumi knows move behind those that are known.
/// </remarks>
/// <param name="secrets">What secrets are written with; null for a stack that has nothing to write them with.</param>
/// <param name="verifyIntegrity">False for <c>--disable-integrity-checking</c>.</param>
public sealed class CheckpointSerializer(ISecretsManager? secrets, bool verifyIntegrity = true)
{
    /// <summary>What a resource of Azure takes in a state or a journal, rounded up, so that the memory it is written into need not grow.</summary>
    internal const int UsualResourceBytes = 2304;

    /// <summary>The secrets of the stack, shared with its journal.</summary>
    internal SecretVault Vault { get; } = new(secrets);

    /// <summary>Reads the snapshot of a document; empty when the stack was never deployed.</summary>
    /// <param name="document">The parsed file.</param>
    /// <param name="reader">What its secrets were written with; null when it names nothing.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StateException">The state is damaged or not supported.</exception>
    /// <exception cref="SecretsException">Its secrets cannot be decrypted.</exception>
    public async Task<Snapshot> ReadAsync(StateDocument document, ISecretsManager? reader, CancellationToken cancellationToken)
    {
        if (document.Deployment is not { } deployment)
            return Snapshot.Empty;

        var plaintexts = await SecretVault.DecryptAsync(deployment, reader, cancellationToken).ConfigureAwait(false);
        var resources = Vault.Reader(plaintexts, reader, document.Version);
        var snapshot = new SnapshotReader(resources).Read(deployment, verifyMagic: verifyIntegrity);
        if (verifyIntegrity)
            SnapshotIntegrity.Verify(snapshot);
        return snapshot;
    }

    /// <summary>The checkpoint file of a stack: one line without an end.</summary>
    /// <exception cref="StateException">The snapshot breaks a rule, or holds a secret and there is nothing to encrypt it with.</exception>
    public Task<ReadOnlyMemory<byte>> WriteCheckpointAsync(StackReference stack, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (verifyIntegrity)
            SnapshotIntegrity.Verify(snapshot);

        return Vault.WriteAsync(
            (json, values) =>
            {
                var writer = new SnapshotWriter(json, values);
                json.StartObject();
                writer.WriteVersion(CheckpointFeatures.Of(snapshot));
                json.Name("checkpoint");
                json.StartObject();
                json.Name("stack");
                json.String(stack.FullName);
                json.Name("latest");
                writer.WriteDeployment(snapshot, secrets);
                json.EndObject();
                json.EndObject();
            },
            cancellationToken,
            capacity: snapshot.Resources.Length * UsualResourceBytes);
    }

    /// <summary>What <c>stack export --show-secrets</c> prints: secrets in plain, indented by four.</summary>
    public byte[] WritePlaintextExport(Snapshot snapshot)
    {
        var json = new GoJsonWriter(indented: true);
        var values = new PropertyValueWriter(json, SecretForm.Plaintext);
        var writer = new SnapshotWriter(json, _ => values);
        json.StartObject();
        writer.WriteVersion(CheckpointFeatures.Of(snapshot));
        json.Name("deployment");
        writer.WriteDeployment(snapshot, secrets);
        json.EndObject();
        json.EndLine();
        return json.Written.ToArray();
    }
}
