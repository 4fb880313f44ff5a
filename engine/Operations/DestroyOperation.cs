using Provisioning.Engine.Execution;
using Provisioning.Engine.Planning;

namespace Provisioning.Engine.Operations;

/// <summary>Deletes everything in the state; the program is not run.</summary>
internal sealed class DestroyOperation(OperationSession session)
{
    /// <summary>Runs the operation to its end.</summary>
    public Task RunAsync()
    {
        var context = session.NewPlanningContext();
        if (!session.RequireTargets(urn => context.Olds.Find(urn) is not null))
            return Task.CompletedTask;

        var plan = new DeletePlanner(context).Plan(session.Recorder.Untouched());
        return new DeletionRunner(session.Runner, session.Events, session.Status).RunAsync(plan);
    }
}
