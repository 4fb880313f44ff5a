using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Takes existing resources into the state; the program is not run. What is read becomes inputs as well as outputs, and no id of
/// an import is kept, so that the next update is a normal one.
/// </summary>
/// <remarks>What it checks and writes is what Pulumi's pkg/resource/deploy/import.go does.</remarks>
internal sealed class ImportOperation
{
    private readonly OperationSession session;
    private readonly PlanningContext context;
    private readonly ResourceRegistrar registrar;
    private readonly DefaultProviders defaults;

    /// <summary>Puts the operation together.</summary>
    public ImportOperation(OperationSession session)
    {
        this.session = session;
        context = session.NewPlanningContext();
        registrar = new ResourceRegistrar(context, session.Runner, session.Resources);
        defaults = new DefaultProviders(session.Request, registrar);
    }

    /// <summary>Runs the operation to its end.</summary>
    public async Task RunAsync()
    {
        await KeepAsync().ConfigureAwait(false);
        var stack = await FindOrCreateStackAsync().ConfigureAwait(false);
        foreach (var import in session.Request.Imports)
        {
            var parent = import.Parent ?? stack;
            var urn = Urn.Create(session.Request.Stack.Stack, session.Request.Stack.Project, parent, import.Type, import.Name);
            var result = await registrar.ReportFailuresAsync(urn, () => ImportAsync(import, urn, parent)).ConfigureAwait(false);
            if (result.Result != Result.Success)
                return;
        }
    }

    /// <summary>Records what is in the state, so that what is imported comes after whatever it refers to.</summary>
    private async Task KeepAsync()
    {
        foreach (var resource in session.Recorder.Untouched().Where(resource => !resource.Delete))
            await session.Recorder.RecordAsync(StateChange.Registered(resource, resource)).ConfigureAwait(false);
    }

    private async Task<Urn> FindOrCreateStackAsync()
    {
        var (project, name) = (session.Request.Stack.Project, session.Request.Stack.Stack);
        var urn = Urn.Create(name, project, null, Urn.StackType, $"{project}-{name}");
        if (context.Olds.Find(urn) is null)
            await CreateComponentAsync(new ResourceState { Urn = urn, Custom = false }).ConfigureAwait(false);
        return urn;
    }

    private async Task<RegistrationResult> ImportAsync(ResourceImport import, Urn urn, Urn parent)
    {
        if (context.Olds.Find(urn) is { } old)
        {
            return old.Id == import.Id
                ? new RegistrationResult(Result.Success, old)
                : throw new PlanningException($"It is in the stack already, with the id '{old.Id}'; remove that one first, or give another name.");
        }

        if (!IsKnown(parent))
            throw new PlanningException($"Its parent '{parent}' is not in the stack; import that first, or deploy it.");
        var planned = new ResourceState
        {
            Urn = urn,
            Custom = import.Id.Length > 0,
            Id = import.Id,
            Parent = parent,
            Dependencies = [.. import.Dependencies.Where(IsKnown)],
            Protect = import.Protect,
        };
        return planned.Custom
            ? await ReadAsync(planned, import.Version).ConfigureAwait(false)
            : await CreateComponentAsync(planned).ConfigureAwait(false);
    }

    private bool IsKnown(Urn urn) => context.Olds.Find(urn) is not null || session.Resources.Find(urn) is not null;

    private async Task<RegistrationResult> ReadAsync(ResourceState planned, string version)
    {
        var package = ProviderInputs.PackageOf(planned.Type);
        var source = new PackageSource(version.Length > 0 ? version : VersionInState(package), "");
        var provider = await defaults.GetAsync(package, source, session.Request.Abort).ConfigureAwait(false);
        if (context.Status.IsFailed(provider.Urn))
            return registrar.Skip(planned.Urn);

        var ended = await session.Runner.RunAsync(new Step.Import(null, planned with { Provider = provider })).ConfigureAwait(false);
        return Remember(ended, StepOp.Import);
    }

    private async Task<RegistrationResult> CreateComponentAsync(ResourceState planned)
    {
        var step = new Step.Create(planned);
        var result = Remember(await session.Runner.RunAsync(step).ConfigureAwait(false), step.Op);

        // A component is otherwise announced when the program gives it its outputs.
        if (result.State is { } created)
            session.Events.Outputs(step.ToMetadata(created), session.Request.DryRun);
        return result;
    }

    private RegistrationResult Remember(StepResult ended, StepOp op)
    {
        if (ended is not { Succeeded: true, State: { } state })
            return RegistrationResult.Failed;

        session.Resources.Set(state, op);
        return new RegistrationResult(Result.Success, state);
    }

    /// <summary>The version of the package that the stack uses; empty when it uses none, or any.</summary>
    private string VersionInState(string package) => session.Request.Base.Resources
        .Where(resource => !resource.Delete && ProviderInputs.IsDefaultProvider(resource.Urn) && ProviderInputs.PackageOf(resource.Urn) == package)
        .Select(provider => ProviderInputs.VersionOf(provider.Inputs) ?? "")
        .LastOrDefault("");
}
