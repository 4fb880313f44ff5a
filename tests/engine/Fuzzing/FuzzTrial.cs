using System.Text;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>One sequence, held against the model after each of its steps, and brought to a good end.</summary>
internal sealed class FuzzTrial
{
    private static readonly FuzzStep.Command LastUp = new(CommandKind.Up) { Refreshes = true, IgnoresProtect = true };

    private readonly FuzzStack stack = new();
    private readonly StackModel model = new();
    private DeclaredProgram program = DeclaredProgram.Empty;

    /// <summary>Whether the cloud may differ from the state.</summary>
    private bool hasDrifted;

    private FuzzTrial()
    {
    }

    /// <summary>The steps of the last operation that change something. What stays may be told of once more for what refers to it.</summary>
    private IEnumerable<string> Changes => stack.Events.Steps.Where(step => !step.StartsWith("same ", StringComparison.Ordinal));

    /// <summary>Runs a sequence.</summary>
    /// <returns>What went wrong; empty when nothing did.</returns>
    public static async Task<string> RunAsync(IReadOnlyList<FuzzStep> steps)
    {
        var trial = new FuzzTrial();
        try
        {
            for (var i = 0; i < steps.Count; i++)
            {
                if (await trial.TakeAsync(steps[i]) is { Length: > 0 } failure)
                    return $"After step {i + 1}, {failure}.";
            }

            return await trial.EndAsync();
        }
        catch (StateException exception)
        {
            return exception.Message;
        }
    }

    private async Task<string> EndAsync()
    {
        if (await TakeAsync(LastUp) is { Length: > 0 } failure)
            return $"After the last update, {failure}.";

        var clean = new FuzzStack();
        await clean.RunAsync(LastUp, program);
        var difference = Difference(StackModel.Essence(await clean.LoadAsync(), program), StackModel.Essence(await stack.LoadAsync(), program));
        if (difference.Length > 0)
            return $"The last update differs from a clean run: {difference}.";

        await stack.RunAsync(LastUp with { Refreshes = false }, program, isPreview: true);
        if (Changes.FirstOrDefault() is { } change)
            return $"After the last update, there is still something to do: {change}.";

        return await TakeAsync(new FuzzStep.Command(CommandKind.Destroy) { IgnoresProtect = true }) is { Length: > 0 } rest ? $"After the last destroy, {rest}." : "";
    }

    private async Task<string> TakeAsync(FuzzStep step)
    {
        switch (step)
        {
            case FuzzStep.Change change:
                program = new DeclaredProgram(change.Resources);
                return "";
            case FuzzStep.Drift drift:
                if ((await stack.LoadAsync()).Resources.LastOrDefault(resource => resource.Custom && resource.Urn.Name == drift.Name) is { } chosen)
                {
                    stack.Cloud.Drift(chosen.Id, drift.Deletes);
                    hasDrifted = true;
                }

                return "";
            case FuzzStep.Command command:
                return await RunAsync(command);
            default:
                throw new InvalidOperationException($"Unhandled step {step.GetType()}.");
        }
    }

    private async Task<string> RunAsync(FuzzStep.Command command)
    {
        var before = await stack.LoadAsync();
        var cloudBefore = stack.Cloud.Content;
        IReadOnlyList<string>? foretold = null;
        if (command.IsPreviewed)
        {
            var checkpoint = stack.Backend.Checkpoint;
            var preview = await stack.RunAsync(command with { DiesAt = null, StopsAfter = null, Fails = [] }, program, isPreview: true);
            if (!stack.Cloud.Content.SequenceEqual(cloudBefore) || stack.Backend.Checkpoint != checkpoint)
                return "a preview has changed something";
            foretold = preview == OperationResult.Succeeded && command.IsUndisturbed ? [.. Changes] : null;
        }

        var result = await stack.RunAsync(command, program);
        var after = await stack.LoadAsync();

        // A deletion that failed after it had taken effect is not known to have done so.
        hasDrifted |= !command.Fails.IsEmpty && command.FailsLate;
        var complaints = new List<string>(stack.Cloud.Violations);
        complaints.AddRange(model.Always(before, after, stack.Cloud.Content));
        if (Encoding.UTF8.GetString([.. stack.Backend.Checkpoint ?? [], .. stack.Backend.Journal ?? []]).Contains(FuzzCloud.Plaintext, StringComparison.Ordinal))
            complaints.Add("a secret is in plain text");
        if (!command.IgnoresProtect)
            complaints.AddRange(StackModel.Protection(before, cloudBefore, stack.Cloud.Content, command.Kind == CommandKind.Up ? program : null));
        if (!command.Targets.IsEmpty)
            complaints.AddRange(StackModel.Targets(before, cloudBefore, stack.Cloud.Content, command.Targets, program));
        if (foretold is not null && result == OperationResult.Succeeded && Difference(foretold, Changes) is { Length: > 0 } difference)
            complaints.Add($"the preview has said otherwise: {difference}");
        if (foretold is not null && result != OperationResult.Succeeded && (command.Refreshes || !hasDrifted))
            complaints.Add($"it failed against the preview: {string.Join(' ', stack.Events.Errors)}");
        if (command.IsUndisturbed && command.Targets.IsEmpty)
            complaints.AddRange(Whole(command, result, after));
        return string.Join("; ", complaints);
    }

    /// <summary>What holds after a command that nothing disturbed.</summary>
    private IEnumerable<string> Whole(FuzzStep.Command command, OperationResult? result, Snapshot after)
    {
        var mustSucceed = command.Kind switch
        {
            CommandKind.Up => command.IgnoresProtect && (command.Refreshes || !hasDrifted),
            CommandKind.Refresh => true,
            _ => command.IgnoresProtect,
        };
        if (result != OperationResult.Succeeded)
            return mustSucceed ? [$"it failed: {string.Join(' ', stack.Events.Errors)}"] : [];

        var cloud = stack.Cloud.Content;
        hasDrifted &= command is not ({ Kind: CommandKind.Refresh or CommandKind.Destroy } or { Refreshes: true });
        return command.Kind switch
        {
            CommandKind.Up => model.Deployed(program, after, hasDrifted ? null : cloud),
            CommandKind.Refresh => StackModel.Refreshed(after, cloud),
            _ => model.Destroyed(after, cloud),
        };
    }

    private static string Difference(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var surplus = actual.ToList();
        var missing = expected.Where(line => !surplus.Remove(line)).ToList();
        return string.Join(", ", [.. missing.Select(line => $"-{line}"), .. surplus.Select(line => $"+{line}")]);
    }
}
