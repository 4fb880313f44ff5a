using Provisioning.Engine.Assets;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Programs;

namespace Provisioning.Engine.Operations;

/// <summary>Runs the program, and when it has declared everything deletes what it did not declare.</summary>
internal sealed class UpdateOperation
{
    /// <summary>The exit code of a program that failed and has said why through the engine.</summary>
    private const int LoggedFailure = 32;

    private readonly OperationSession session;
    private readonly PlanningContext context;
    private readonly MonitorService monitor;
    private readonly ComponentOutputs outputs;

    /// <summary>Puts the operation together.</summary>
    public UpdateOperation(OperationSession session)
    {
        this.session = session;
        var request = session.Request;
        context = session.NewPlanningContext();
        var registrar = new ResourceRegistrar(context, session.Runner, session.Resources);
        var packages = new RegisteredPackages();
        var resolver = new ProviderResolver(new DefaultProviders(request, registrar), packages);
        var invokeTransforms = new InvokeTransforms(session.Callbacks);
        var assets = new AssetHasher(request.Program.DirectoryIn(request.RootDirectory));
        outputs = new ComponentOutputs(session.Resources, session.Recorder, session.Plan, session.StepHooks, assets, session.Events, session.Status, request.DryRun);
        monitor = new MonitorService(
            request,
            new GoalReader(request.Stack.Stack, request.Stack.Project, context.Registrations, resolver, packages, assets),
            registrar,
            new RemoteComponents(
                request, session.Endpoint, resolver, session.Providers, context.Registrations, registrar, session.Status),
            outputs,
            new FunctionCaller(request, session.Events.Secrets, invokeTransforms, session.Endpoint, resolver, session.Providers, context.Registrations, session.Resources, session.Status),
            new ProgramExtensions(packages, new ResourceTransforms(session.Callbacks, context.Registrations), invokeTransforms, session.Hooks),
            session.Events,
            session.Status);
        session.Endpoint.Add(monitor);
    }

    /// <summary>Runs the operation to its end.</summary>
    public async Task RunAsync()
    {
        var program = RunProgramAsync();
        try
        {
            await Task.WhenAny(program, monitor.Signalled).WaitAsync(session.Request.Abort).ConfigureAwait(false);
            if (program.IsCompleted)
                await CheckExitCodeAsync(program).ConfigureAwait(false);
            await monitor.WhenIdleAsync().ConfigureAwait(false);
            if (!session.Status.Stopping.IsCancellationRequested)
                await DeleteAsync().ConfigureAwait(false);
        }
        finally
        {
            await monitor.WhenIdleAsync().ConfigureAwait(false);
            await outputs.StoreStackOutputsAsync().ConfigureAwait(false);
            monitor.Finish();
        }

        await CheckExitCodeAsync(program).ConfigureAwait(false);
        RequirePlanned();
    }

    /// <summary>Fails the operation when it has ended well and left out something of its plan.</summary>
    private void RequirePlanned()
    {
        if (session.Status.Result != OperationResult.Succeeded)
            return;

        foreach (var (urn, message) in session.Plan.Missing(session.Recorder.Untouched()))
        {
            session.Events.Error(ErrorIds.PlanUnfulfilled, urn, message);
            session.Status.Fail(stop: false);
        }
    }

    private async Task<int> RunProgramAsync()
    {
        var request = session.Request;
        var start = new ProgramContext
        {
            Monitor = monitor,
            Engine = session.EngineService,
            Endpoint = session.Endpoint,
            Project = request.Stack.Project,
            Stack = request.Stack.Stack,
            Organization = StackReference.Organization,
            RootDirectory = request.RootDirectory,
            DryRun = request.DryRun,
            Parallel = request.Options.Parallel,
            Config = request.Config,
            ConfigSecretKeys = request.ConfigSecretKeys,
        };

        // The program may run for long before it first waits, and the engine must not wait with it.
        await Task.Yield();
        return await request.Program.RunAsync(start, session.Stopped).ConfigureAwait(false);
    }

    private async Task CheckExitCodeAsync(Task<int> program)
    {
        int exitCode;
        try
        {
            exitCode = await program.WaitAsync(session.Request.Abort).ConfigureAwait(false);
        }
        catch (ProgramException) when (session.Status.HasFailed)
        {
            // It was reported when the program ended; this is the same exception once more.
            return;
        }
        catch (ProgramException exception)
        {
            session.Events.Error(ErrorIds.ProgramFailed, null, exception.Message);
            session.Status.Fail(stop: true);
            return;
        }

        if (exitCode == 0 || session.Status.Stopping.IsCancellationRequested)
            return;

        if (exitCode != LoggedFailure && !session.Status.HasFailed)
            session.Events.Error(ErrorIds.ProgramFailed, null, $"The program failed with exit code {exitCode}.");
        session.Status.Fail(stop: true);
    }

    private async Task DeleteAsync()
    {
        if (!session.RequireTargets(urn => context.Olds.Find(urn) is not null || context.Registrations.IsRegistered(urn)))
            return;

        var plan = new DeletePlanner(context).Plan(session.Recorder.Untouched());
        if (ArePlanned(plan))
            await new DeletionRunner(session.Runner, session.Events, session.Status).RunAsync(plan).ConfigureAwait(false);
    }

    /// <summary>Whether all deletions may be done; if one may not, none is.</summary>
    private bool ArePlanned(DeletePlan plan)
    {
        var arePlanned = true;
        foreach (var deletion in plan.Deletions)
        {
            try
            {
                session.Plan.Admit(null, [deletion.Step]);
            }
            catch (PlanningException exception)
            {
                arePlanned = false;
                foreach (var message in exception.Messages)
                    session.Events.Error(exception.Id, deletion.Step.Resource.Urn, message);
                session.Status.Fail(deletion.Step.Resource.Urn);
            }
        }

        return arePlanned;
    }
}
