using System.Collections.Frozen;

namespace Provisioning.Engine.Events;

/// <summary>The names of steps in events, plans and history.</summary>
public static class StepOpNames
{
    private static readonly FrozenDictionary<string, StepOp> Ops = Enum.GetValues<StepOp>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>Finds a step by its name.</summary>
    public static bool TryParse(string name, out StepOp op) => Ops.TryGetValue(name, out op);

    /// <summary>The name Pulumi uses on every wire and in every file.</summary>
    public static string Name(this StepOp op) => op switch
    {
        StepOp.Same => "same",
        StepOp.Create => "create",
        StepOp.Update => "update",
        StepOp.Delete => "delete",
        StepOp.Replace => "replace",
        StepOp.CreateReplacement => "create-replacement",
        StepOp.DeleteReplaced => "delete-replaced",
        StepOp.Read => "read",
        StepOp.ReadReplacement => "read-replacement",
        StepOp.Refresh => "refresh",
        StepOp.Discard => "discard",
        StepOp.DiscardReplaced => "discard-replaced",
        StepOp.RemovePendingReplace => "remove-pending-replace",
        StepOp.Import => "import",
        StepOp.ImportReplacement => "import-replacement",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Unknown step."),
    };
}
