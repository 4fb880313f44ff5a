using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>What exists behind the fake providers, every request they got, and what a test wants them to do otherwise.</summary>
internal sealed class FakeCloud
{
    private readonly ConcurrentQueue<(string Method, IMessage Request)> requests = new();
    private readonly ConcurrentDictionary<string, int> ids = new();

    /// <summary>What exists, by id.</summary>
    public ConcurrentDictionary<string, Struct> Resources { get; } = new();

    /// <summary>The inputs whose change replaces a resource.</summary>
    public ImmutableHashSet<string> ReplaceKeys { get; set; } = ["zone"];

    public bool DeletesBeforeReplace { get; set; }

    public bool AcceptsSecrets { get; set; } = true;

    public int Disposed { get; set; }

    /// <summary>Completes when a provider is asked to hurry.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<CheckRequest, Task<CheckResponse>>? OnCheckConfig { get; set; }

    public Func<DiffRequest, Task<DiffResponse>>? OnDiffConfig { get; set; }

    public Func<ConfigureRequest, Task<ConfigureResponse>>? OnConfigure { get; set; }

    public Func<CheckRequest, Task<CheckResponse>>? OnCheck { get; set; }

    public Func<DiffRequest, Task<DiffResponse>>? OnDiff { get; set; }

    /// <summary>Answers a creation; null leaves it to the fake provider.</summary>
    public Func<CreateRequest, CancellationToken, Task<CreateResponse?>>? OnCreate { get; set; }

    /// <summary>Answers a read; null leaves it to the fake provider.</summary>
    public Func<ReadRequest, Task<ReadResponse?>>? OnRead { get; set; }

    /// <summary>Answers an update; null leaves it to the fake provider.</summary>
    public Func<UpdateRequest, Task<UpdateResponse?>>? OnUpdate { get; set; }

    /// <summary>Runs before a deletion.</summary>
    public Func<DeleteRequest, CancellationToken, Task>? OnDelete { get; set; }

    public Func<InvokeRequest, Task<InvokeResponse>>? OnInvoke { get; set; }

    /// <summary>The names of the methods called, with the names of the resources, in order.</summary>
    public IReadOnlyList<string> Calls => [.. requests.Select(call => $"{call.Method} {NameOf(call.Request)}".TrimEnd())];

    /// <summary>The requests of one type, in order.</summary>
    public IReadOnlyList<T> Requests<T>() => [.. requests.Select(call => call.Request).OfType<T>()];

    public void Record(string method, IMessage request) => requests.Enqueue((method, request));

    public void Forget() => requests.Clear();

    public string NewId(string name) => $"{name}-{ids.AddOrUpdate(name, 1, (_, count) => count + 1)}";

    private static string NameOf(IMessage request) =>
        request.Descriptor.FindFieldByName("name")?.Accessor.GetValue(request) as string ?? "";
}
