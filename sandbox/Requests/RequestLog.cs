using System.Text.Json;
using System.Threading.Channels;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Requests;

/// <summary>Keeps the newest requests in memory and all requests of the run as lines of <c>requests.jsonl</c>.</summary>
internal sealed class RequestLog : IRequestLog, IAsyncDisposable
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly Queue<RequestEntry> _recent = new();
    private readonly Channel<RequestEntry> _lines = Channel.CreateUnbounded<RequestEntry>(new() { SingleReader = true });
    private readonly FileStream _file;
    private readonly Task _writer;
    private long _count;
    private long _writes;

    /// <summary>Starts a new log in a state directory.</summary>
    public RequestLog(StateDirectory directory)
    {
        _file = StateDirectory.OpenPrivate(directory.PathOf("requests.jsonl"), FileMode.Create);
        _writer = WriteAsync();
    }

    /// <inheritdoc/>
    public long Count => Interlocked.Read(ref _count);

    /// <inheritdoc/>
    public long Writes => Interlocked.Read(ref _writes);

    /// <inheritdoc/>
    public IReadOnlyList<RequestEntry> Read(long after)
    {
        lock (_gate)
            return [.. _recent.Where(entry => entry.Sequence > after)];
    }

    /// <summary>Adds a request.</summary>
    public void Add(
        SandboxEndpoint endpoint,
        DateTimeOffset at,
        string method,
        string path,
        int status,
        TimeSpan duration,
        CallerFeature caller)
    {
        lock (_gate)
        {
            var entry = new RequestEntry(
                ++_count,
                at,
                JsonNamingPolicy.CamelCase.ConvertName(endpoint.ToString()),
                method,
                path,
                status,
                duration.TotalMilliseconds,
                caller.Principal,
                caller.ErrorCode,
                caller.CorrelationId);
            if (entry.IsWrite && endpoint is not (SandboxEndpoint.Login or SandboxEndpoint.Admin))
                _writes++;
            _recent.Enqueue(entry);
            if (_recent.Count > Capacity)
                _recent.Dequeue();
            _lines.Writer.TryWrite(entry);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writer;
        await _file.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (_lines.Reader.TryRead(out var entry))
            {
                await JsonSerializer.SerializeAsync(_file, entry, SandboxJson.Compact.TypeInfo<RequestEntry>());
                _file.WriteByte((byte)'\n');
            }

            await _file.FlushAsync();
        }
    }
}
