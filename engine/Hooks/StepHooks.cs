using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Callbacks;
using Provisioning.Engine.Events;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Hooks;

/// <summary>Calls the hooks of resources around what steps do. Thread-safe.</summary>
/// <remarks>
/// A component is done when the program gives it its outputs, so its hooks after creation and update are called then.
/// </remarks>
internal sealed class StepHooks(HookRegistry registry, CallbackClients callbacks, EventPublisher events, bool isPreview)
{
    private readonly ConcurrentDictionary<Urn, HookedStep> incomplete = new();

    /// <summary>Calls what is to be called before a step.</summary>
    /// <exception cref="RpcException">A hook failed or is missing, so the step must not begin.</exception>
    public async Task BeforeAsync(Step step, CancellationToken cancellationToken)
    {
        if (HookedStep.Of(step) is { } hooked)
            await RunAsync(hooked, hooked.Before, Request(hooked), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls what is to be called after a step, whose result was recorded.</summary>
    /// <exception cref="RpcException">A hook failed or is missing.</exception>
    public async Task AfterAsync(Step step, ResourceState? after, CancellationToken cancellationToken)
    {
        if (HookedStep.Of(step) is not { } hooked)
            return;
        if (hooked.Resource.Custom || after is null)
            await AfterAsync(hooked, after, cancellationToken).ConfigureAwait(false);
        else
            incomplete[hooked.Resource.Urn] = hooked;
    }

    /// <summary>Calls what is to be called after a component was created or updated, now that it has its outputs.</summary>
    /// <exception cref="RpcException">A hook failed or is missing.</exception>
    public Task CompleteAsync(ResourceState component, CancellationToken cancellationToken) =>
        incomplete.TryRemove(component.Urn, out var hooked) ? AfterAsync(hooked, component, cancellationToken) : Task.CompletedTask;

    /// <summary>Asks whether a step that failed is to be tried again.</summary>
    /// <param name="step">The step.</param>
    /// <param name="errors">Why each attempt failed, the last one first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RpcException">A hook failed or is missing.</exception>
    public async Task<bool> RetriesAsync(Step step, IReadOnlyList<string> errors, CancellationToken cancellationToken)
    {
        if (isPreview || HookedStep.Of(step) is not { } hooked)
            return false;

        var retries = false;
        foreach (var name in hooked.Names(HookKind.OnError))
        {
            var answer = await CallAsync(HookKind.OnError, name, registry.Find(HookKind.OnError, name), Question(hooked, errors), ErrorHookResponse.Parser, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Length > 0)
                throw Failed(HookKind.OnError, name, answer.Error);
            retries |= answer.Retry;
        }

        return retries;
    }

    private Task AfterAsync(HookedStep hooked, ResourceState? after, CancellationToken cancellationToken)
    {
        var request = Request(hooked);
        if (after is not null)
        {
            request.Id = after.Id;
            request.NewOutputs = Write(after.Outputs);
        }

        return RunAsync(hooked, hooked.After, request, cancellationToken);
    }

    private async Task RunAsync(HookedStep hooked, HookKind kind, ResourceHookRequest request, CancellationToken cancellationToken)
    {
        foreach (var name in hooked.Names(kind))
        {
            var hook = registry.Find(kind, name);
            if (isPreview && !hook.OnDryRun)
                continue;

            var answer = await CallAsync(kind, name, hook, request, ResourceHookResponse.Parser, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Length == 0)
                continue;
            if (!hook.IgnoreErrors)
                throw Failed(kind, name, answer.Error);
            events.Diagnostic(LogSeverity.Warning, hooked.Resource.Urn, Failed(kind, name, answer.Error).Message);
        }
    }

    private async Task<T> CallAsync<T>(
        HookKind kind,
        string name,
        Hook hook,
        Google.Protobuf.IMessage request,
        Google.Protobuf.MessageParser<T> parser,
        CancellationToken cancellationToken)
        where T : class, Google.Protobuf.IMessage<T>
    {
        try
        {
            return await callbacks.InvokeAsync(hook.Callback, request, parser, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            throw Failed(kind, name, exception.Message);
        }
    }

    private static RpcException Failed(HookKind kind, string name, string reason) =>
        new(RpcStatusCode.FailedPrecondition, $"Its {kind} hook '{name}' failed: {reason}");

    private static ResourceHookRequest Request(HookedStep hooked) => new()
    {
        Urn = hooked.Resource.Urn.ToString(),
        Id = hooked.Resource.Id,
        Name = hooked.Resource.Urn.Name,
        Type = hooked.Resource.Type,
        NewInputs = Write(hooked.New?.Inputs),
        OldInputs = Write(hooked.Old?.Inputs),
        OldOutputs = Write(hooked.Old?.Outputs),
    };

    private static ErrorHookRequest Question(HookedStep hooked, IReadOnlyList<string> errors) => new()
    {
        Urn = hooked.Resource.Urn.ToString(),
        Id = hooked.Resource.Id,
        Name = hooked.Resource.Urn.Name,
        Type = hooked.Resource.Type,
        NewInputs = Write(hooked.New?.Inputs),
        OldInputs = Write(hooked.Old?.Inputs),
        OldOutputs = Write(hooked.Old?.Outputs),
        FailedOperation = hooked.Operation,
        Errors = { errors },
    };

    private static Struct? Write(PropertyMap? values) => values is null ? null : PropertyMarshaller.Marshal(values, MarshalOptions.Provider);
}
