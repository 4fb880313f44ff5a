namespace Provisioning.Engine.Plans;

/// <summary>A plan cannot be used; nothing was done.</summary>
public sealed class PlanException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">What it came from.</param>
    public PlanException(PlanRefusal refusal, string message, Exception? innerException = null)
        : base(message, innerException) => Refusal = refusal;

    /// <summary>Why.</summary>
    public PlanRefusal Refusal { get; }
}
