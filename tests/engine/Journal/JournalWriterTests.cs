using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Tests.Journal;

public sealed class JournalWriterTests
{
    /// <summary>.NET reports a file that a limit keeps from growing as an argument out of range.</summary>
    [Fact]
    public async Task AStorageThatFailsInAnyWay_FailsThisRecordAndAllThatFollow()
    {
        var storage = new FullStorage(capacity: 1);
        await using var writer = new JournalWriter(storage, "{}"u8.ToArray(), (_, _) => Task.FromResult<ReadOnlyMemory<byte>>("{}"u8.ToArray()));

        await writer.AppendAsync(new JournalEntry.Commit("first"), CancellationToken.None);

        foreach (var digest in new[] { "second", "third" })
        {
            var failure = await Assert.ThrowsAsync<BackendException>(() => writer.AppendAsync(new JournalEntry.Commit(digest), CancellationToken.None));
            Assert.StartsWith("The journal 'a full disk' cannot be written, so no further change is made", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, storage.Attempts);
    }

    private sealed class FullStorage(int capacity) : IJournalStorage
    {
        public int Attempts { get; private set; }

        public string Location => "a full disk";

        public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<byte[]?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

        public Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            ++Attempts > capacity ? throw new ArgumentOutOfRangeException(nameof(content), Encoding.UTF8.GetString(content.Span)) : Task.CompletedTask;

        public Task ContinueAsync(int length, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RemoveAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
