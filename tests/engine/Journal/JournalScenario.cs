using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Backends;
using Provisioning.Engine.Tests.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Journal;

/// <summary>A stack in a folder, with a journal over it.</summary>
internal sealed class JournalScenario : IDisposable
{
    public static readonly StackReference Stack = new("registry", "dev");

    public static readonly ResourceState Kept = Resource("kept", "1");

    private readonly FakeSecretsManager secrets = new();

    public JournalScenario()
    {
        Backend = new FileBackend(Folder.Path, "file://test", new StoreOptions(), LockHolder.Current, new FakeClock());
        Serializer = new CheckpointSerializer(secrets);
    }

    public TemporaryFolder Folder { get; } = new();

    public FileBackend Backend { get; }

    public CheckpointSerializer Serializer { get; }

    public string JournalPath => Backend.JournalOf(Stack).Location;

    public Snapshot Base { get; init; } = new(Manifest(), [Kept], []);

    public ReadOnlyMemory<byte> Checkpoint { get; private set; }

    public static ResourceState Resource(string name, string id) => new()
    {
        Urn = Urn.Create("dev", "registry", null, "a:b:C", name),
        Custom = true,
        Id = id,
        Inputs = PropertyMap.Empty.With("name", name).With("password", new PropertyValue.SecretValue($"password of {name}")),
    };

    public static PendingOperation Creating(string name) => new(Resource(name, ""), OperationKind.Creating);

    public static Manifest Manifest() => new(new DateTimeOffset(2026, 8, 21, 10, 0, 0, TimeSpan.Zero), Engine.State.Manifest.CompatibleVersion);

    public async Task<OperationJournal> OpenAsync()
    {
        Checkpoint = await Serializer.WriteCheckpointAsync(Stack, Base, CancellationToken.None);
        await Backend.WriteCheckpointAsync(Stack, Checkpoint, CancellationToken.None);
        return new OperationJournal(Backend, Stack, Serializer, JournalHeader.DigestOf(Checkpoint.Span));
    }

    public async Task<Snapshot?> RecoverAsync()
    {
        var checkpoint = await Backend.ReadCheckpointAsync(Stack, CancellationToken.None) ?? throw new InvalidOperationException();
        await using var journal = Backend.JournalOf(Stack);
        return await new JournalRecovery(journal, Stack).ReplayAsync(JournalHeader.DigestOf(checkpoint), Base, Manifest(), Serializer.Vault, secrets, CancellationToken.None);
    }

    public async Task<string> WriteAsync(Snapshot snapshot) =>
        System.Text.Encoding.UTF8.GetString((await Serializer.WriteCheckpointAsync(Stack, snapshot, CancellationToken.None)).Span);

    public void Dispose() => Folder.Dispose();
}
