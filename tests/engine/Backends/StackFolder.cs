using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Secrets;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Backends;

/// <summary>A project's folder with its stacks, which are stored in it.</summary>
internal sealed class StackFolder : IDisposable
{
    /// <summary>Settings with a salt and a secret value.</summary>
    public const string Settings = "# of dev\nencryptionsalt: " + Vectors.Salt + "\nconfig:\n  registry:token:\n    secure: " + Vectors.ConfigSecret + "\n";

    private readonly TemporaryFolder folder = new();

    public StackFolder() => folder.Write("Pulumi.yaml", "name: registry\n");

    /// <summary>A resource of the stack "dev", with a secret.</summary>
    public static ResourceState Resource { get; } = new()
    {
        Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::c"),
        Custom = true,
        Id = "1",
        Inputs = PropertyMap.Empty.With("password", new PropertyValue.SecretValue("hidden")),
    };

    public void Dispose() => folder.Dispose();

    public void Write(string name, string text) => folder.Write(name, text);

    public string Read(string name) => folder.Read(name);

    public string At(string name) => folder.At(name);

    public IEnumerable<string> Files() => folder.Files();

    /// <summary>Runs an operation that ends one creation, begins another one, and dies.</summary>
    public static async Task InterruptAsync(StackStore store)
    {
        var session = await store.BeginAsync(CancellationToken.None);
        await using (session)
        {
            var begin = await session.Journal.BeginAsync(new PendingOperation(Resource with { Id = "" }, OperationKind.Creating), CancellationToken.None);
            await session.Journal.EndAsync(begin, StateChange.Added(Resource), CancellationToken.None);
            await session.Journal.BeginAsync(
                new PendingOperation(Resource with { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::d"), Id = "" }, OperationKind.Creating), CancellationToken.None);
        }
    }

    public static async Task RunAsync(StackStore store, ResourceState resource)
    {
        await using var session = await store.BeginAsync(CancellationToken.None);
        await session.Journal.EndAsync(null, StateChange.Added(resource), CancellationToken.None);
        await session.Journal.CompleteAsync(session.Base with { Resources = [resource] }, CancellationToken.None);
    }

    public FileBackend Backend() => new(folder.Path, "file://test", new StoreOptions(), LockHolder.Current, new FakeClock());

    public async Task<StackStore> OpenAsync(string? passphrase = Vectors.Passphrase, string stack = "dev") => await StackStore.OpenAsync(
        new StackStoreOptions
        {
            Project = await ProjectReader.FindAsync(folder.Path, CancellationToken.None),
            Stack = new StackReference("registry", stack),
            Backend = Backend(),
            Passphrases = new FakePassphrase(passphrase),
            Random = System.Security.Cryptography.RandomNumberGenerator.Create(),
            Time = new FakeClock(),
        },
        CancellationToken.None);

    public async Task<StackStore> CreatedAsync(string? passphrase = Vectors.Passphrase, string stack = "dev")
    {
        var store = await OpenAsync(passphrase, stack);
        await store.CreateAsync(CancellationToken.None);
        return store;
    }
}
