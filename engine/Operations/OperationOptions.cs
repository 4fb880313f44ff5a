using System.Collections.Immutable;

namespace Provisioning.Engine.Operations;

/// <summary>The settings of an operation that a user may change by flags.</summary>
public sealed record OperationOptions
{
    /// <summary>How many provider operations run at once; at least 1. The default is Pulumi's: four per processor.</summary>
    public int Parallel { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Refresh before updating or destroying.</summary>
    public bool Refresh { get; init; }

    /// <summary>After a failure go on with everything that does not depend on it.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>URNs to operate on, with <c>*</c> and <c>**</c>; empty for all.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>URNs to replace whether or not they changed.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];
}
