using Provisioning.Engine.Assets;
using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// What the program talks to. Calls run concurrently; once the operation stops, each ends with
/// <see cref="RpcStatusCode.Unavailable"/>.
/// </summary>
internal sealed class MonitorService(
    OperationRequest request,
    GoalReader reader,
    ResourceRegistrar registrar,
    RemoteComponents components,
    ComponentOutputs outputs,
    FunctionCaller functions,
    ProgramExtensions extensions,
    EventPublisher events,
    RunStatus status) : IResourceMonitor
{
    private static readonly ResourceMonitorFeature[] Features =
    [
        ResourceMonitorFeature.Secrets,
        ResourceMonitorFeature.ResourceReferences,
        ResourceMonitorFeature.OutputValues,
        ResourceMonitorFeature.AliasSpecs,
        ResourceMonitorFeature.ReplacementTrigger,
        ResourceMonitorFeature.DeletedWith,
        ResourceMonitorFeature.ReplaceWith,
        ResourceMonitorFeature.Transforms,
        ResourceMonitorFeature.InvokeTransforms,
        ResourceMonitorFeature.Parameterization,
        ResourceMonitorFeature.ResourceHooks,
        ResourceMonitorFeature.ErrorHooks,
        ResourceMonitorFeature.InvokeDependsOn,
        ResourceMonitorFeature.InvokeParent,
    ];

    private readonly CallTracker calls = new();
    private readonly TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the program says that it has declared everything.</summary>
    public Task Signalled => signalled.Task;

    /// <summary>Completes when no call of the program runs.</summary>
    public Task WhenIdleAsync() => calls.WhenIdleAsync();

    /// <summary>Lets a program go that waits for the end of the operation.</summary>
    public void Finish() => finished.TrySetResult();

    /// <inheritdoc/>
    public Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SupportsFeatureResponse
        {
            HasSupport = Features.Any(feature => feature.ToString().Equals(request.Id, StringComparison.OrdinalIgnoreCase)),
        });

    /// <inheritdoc/>
    public Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new DeploymentInfo
    {
        Project = request.Stack.Project,
        Stack = request.Stack.Stack,
        Organization = Backends.StackReference.Organization,
        Config = { request.Config },
        ConfigSecretKeys = { request.ConfigSecretKeys.Order(StringComparer.Ordinal) },
        DryRun = request.DryRun,
        Parallel = request.Options.Parallel,
        SupportedFeatures = { Features },
    });

    /// <inheritdoc/>
    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                var wanted = await extensions.ResourceTransforms.ApplyAsync(request, token).ConfigureAwait(false);
                if (request.Remote)
                {
                    var (built, response) = await components.ConstructAsync(wanted, token).ConfigureAwait(false);
                    RefuseFailure(built, request.SupportsResultReporting);
                    return response;
                }

                var goal = await reader.ReadAsync(wanted, token).ConfigureAwait(false);
                var result = await registrar.RegisterAsync(goal, token).ConfigureAwait(false);
                RefuseFailure(result, request.SupportsResultReporting);
                return ProgramReply.ToRegistration(request, goal.Urn, result);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken) =>
        RunToEndAsync(
            async token =>
            {
                await outputs.SetAsync(
                    Urn.Parse(request.Urn),
                    PropertyMarshaller.Unmarshal(request.Outputs).Select(PropertyValueExtensions.WithoutOutputValues),
                    token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                var known = await reader.ReadAsync(request, token).ConfigureAwait(false);
                var result = await registrar.ReadAsync(known).ConfigureAwait(false);
                RefuseFailure(result, supportsResultReporting: false);
                return ProgramReply.ToRead(request, result.State ?? known);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken) =>
        RunAsync(token => functions.InvokeAsync(request, token), cancellationToken);

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken) =>
        RunAsync(token => functions.CallAsync(request, token), cancellationToken);

    /// <inheritdoc/>
    public Task<RegisterPackageResponse> RegisterPackageAsync(RegisterPackageRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(extensions.Packages.Register(request));

    /// <inheritdoc/>
    public Task RegisterStackTransformAsync(Callback request, CancellationToken cancellationToken)
    {
        extensions.ResourceTransforms.AddToStack(request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RegisterStackInvokeTransformAsync(Callback request, CancellationToken cancellationToken)
    {
        extensions.InvokeTransforms.AddToStack(request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken)
    {
        extensions.Hooks.Add(request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken)
    {
        extensions.Hooks.Add(request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken) =>
        signalled.TrySetResult()
            ? finished.Task.WaitAsync(cancellationToken)
            : throw new RpcException(RpcStatusCode.FailedPrecondition, "The program is already waiting for the shutdown.");

    /// <summary>Runs a call of the program unless the operation stops.</summary>
    private Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        status.Stopping.IsCancellationRequested ? Task.FromException<T>(Stopped()) : RunToEndAsync(call, cancellationToken);

    /// <summary>
    /// Runs a call of the program. It goes on when the caller stops waiting, so that what it does is recorded.
    /// </summary>
    private async Task<T> RunToEndAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RunAsync(() => call(request.Abort)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Stopped();
        }
        catch (Exception exception) when (exception is FormatException or AssetException)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, exception.Message, exception);
        }
        catch (Exception exception) when (exception is not (RpcException or OperationCanceledException))
        {
            // Nothing that goes wrong in the engine may be left to the program to report.
            events.Error(ErrorIds.OperationFailed, null, $"The operation failed unexpectedly: {exception.Message}");
            status.Fail(stop: true);
            throw Stopped();
        }
    }

    private void RefuseFailure(RegistrationResult result, bool supportsResultReporting)
    {
        if (result.Result == Result.Success)
            return;
        if (!status.ContinueOnError)
            throw Stopped();
        if (!supportsResultReporting)
            throw new RpcException(RpcStatusCode.Internal, "The resource could not be registered; the reason was reported.");
    }

    private static RpcException Stopped() =>
        new(RpcStatusCode.Unavailable, "The resource monitor shut down because the deployment was stopped.");
}
