namespace Provisioning.Engine.Events;

/// <summary>How an operation ended.</summary>
public enum OperationResult
{
    /// <summary>Everything was done.</summary>
    Succeeded,

    /// <summary>At least one step, or the program, failed.</summary>
    Failed,

    /// <summary>The user stopped it.</summary>
    Canceled,
}
