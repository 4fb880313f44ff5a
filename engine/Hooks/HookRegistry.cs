using System.Collections.Concurrent;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Hooks;

/// <summary>The hooks that the program has named so far. Thread-safe.</summary>
internal sealed class HookRegistry
{
    private readonly ConcurrentDictionary<string, Hook> resourceHooks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Hook> errorHooks = new(StringComparer.Ordinal);

    /// <summary>Names a hook for creations, updates and deletions.</summary>
    /// <exception cref="RpcException">The name is taken.</exception>
    public void Add(RegisterResourceHookRequest request) =>
        Add(resourceHooks, request.Name, new Hook(request.Callback, request.OnDryRun, request.IgnoreErrors));

    /// <summary>Names a hook for failures.</summary>
    /// <exception cref="RpcException">The name is taken.</exception>
    public void Add(RegisterErrorHookRequest request) =>
        Add(errorHooks, request.Name, new Hook(request.Callback, OnDryRun: false, IgnoreErrors: false));

    /// <summary>The hook of a name.</summary>
    /// <exception cref="RpcException">There is none.</exception>
    public Hook Find(HookKind kind, string name) => (kind == HookKind.OnError ? errorHooks : resourceHooks).TryGetValue(name, out var hook)
        ? hook
        : throw new RpcException(
            RpcStatusCode.FailedPrecondition,
            $"Its {kind} hook '{name}' is not registered by a program that runs now. Run a program that registers the hook, or take the hook from the resource and update first.");

    private static void Add(ConcurrentDictionary<string, Hook> hooks, string name, Hook hook)
    {
        if (hook.Callback is null || !hooks.TryAdd(name, hook))
            throw new RpcException(RpcStatusCode.AlreadyExists, $"The hook '{name}' has no function, or its name is taken; give every hook a name of its own.");
    }
}
