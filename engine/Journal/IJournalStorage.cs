using Provisioning.Engine.Backends;

namespace Provisioning.Engine.Journal;

/// <summary>
/// Where the journal of one stack is kept, beside its checkpoint. It moves bytes; what they mean is
/// <see cref="JournalReader"/>'s business. Failures are <see cref="BackendException"/>. Writing needs the stack's lock.
/// </summary>
public interface IJournalStorage : IAsyncDisposable
{
    /// <summary>What messages call it: the path of a file, or a URL.</summary>
    string Location { get; }

    /// <summary>Whether there is a journal: an operation runs, or was interrupted.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>The journal as it is now; null when there is none. Its operation may be appending to it.</summary>
    Task<byte[]?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends to the journal; on return the bytes survive a crash. The first call creates it, and fails when there is one.
    /// After a failure it is not known what the journal ends with, so nothing may be appended any more. The memory is the caller's again
    /// on return.
    /// </summary>
    Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Goes on with the journal that is there, cut to a length: what an interrupted write left behind it is dropped.</summary>
    Task ContinueAsync(int length, CancellationToken cancellationToken);

    /// <summary>Removes the journal; nothing happens when there is none.</summary>
    Task RemoveAsync(CancellationToken cancellationToken);
}
