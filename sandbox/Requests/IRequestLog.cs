namespace Provisioning.Sandbox.Requests;

/// <summary>What clients asked of a sandbox, the newest thousands of it. Administration is not part of it.</summary>
public interface IRequestLog
{
    /// <summary>How many requests were answered since the start.</summary>
    long Count { get; }

    /// <summary>How many of them asked Resource Manager, Graph or Deep Lake for a change; two equal numbers prove that nothing was written in between.</summary>
    long Writes { get; }

    /// <summary>The remembered requests after a position, oldest first.</summary>
    /// <param name="after">A <see cref="RequestEntry.Sequence"/>; 0 for all.</param>
    IReadOnlyList<RequestEntry> Read(long after);
}
