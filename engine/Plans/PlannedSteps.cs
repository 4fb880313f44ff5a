using Provisioning.Engine.Events;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>What a plan holds of steps: the same for whoever makes a plan and whoever is held to it.</summary>
internal static class PlannedSteps
{
    /// <summary>The steps with those that are done within them, each under the URN that the plan has it under.</summary>
    public static IEnumerable<(Urn Urn, StepOp Op)> Operations(Step step)
    {
        yield return (step.Resource.Urn, step.Op);
        foreach (var part in step is Step.Delete delete ? delete.Parts : [])
            yield return (part.Urn, new Step.Delete(part, CallsProvider: false).Op);
    }

    /// <summary>
    /// Whether a step is the deletion of a resource before its replacement: several replacements may ask for the same one.
    /// </summary>
    public static bool IsShared(Step step) => step is Step.Delete { KeepEntry: true };

    /// <summary>The step that gives the resource its inputs; null when none of them does.</summary>
    public static Step? Giving(IReadOnlyList<Step> steps) =>
        steps.LastOrDefault(step => step is Step.Create or Step.CreateReplacement or Step.Update or Step.Same);

    /// <summary>The inputs before such a step.</summary>
    public static PropertyMap InputsBefore(Step step) => step.Before?.Inputs ?? PropertyMap.Empty;

    /// <summary>The inputs after it.</summary>
    public static PropertyMap InputsAfter(Step step) => step.After?.Inputs ?? PropertyMap.Empty;

    /// <summary>Whether it is a part of a replacement.</summary>
    public static bool IsReplacement(StepOp op) =>
        op is StepOp.Replace or StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.DiscardReplaced or StepOp.ReadReplacement or StepOp.ImportReplacement;

    /// <summary>Whether it takes something away.</summary>
    public static bool IsDeletion(StepOp op) =>
        op is StepOp.Delete or StepOp.Discard or StepOp.DeleteReplaced or StepOp.DiscardReplaced or StepOp.RemovePendingReplace;
}
