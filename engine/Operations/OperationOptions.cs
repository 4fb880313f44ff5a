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

    /// <summary>Operate on whatever depends on <see cref="Targets"/> too.</summary>
    public bool TargetDependents { get; init; }

    /// <summary>URNs not to operate on, with <c>*</c> and <c>**</c>; not together with <see cref="Targets"/>.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>Do not operate on whatever depends on <see cref="Excludes"/> either.</summary>
    public bool ExcludeDependents { get; init; }

    /// <summary>Do not operate on protected resources, so that a destroy deletes the others.</summary>
    public bool ExcludeProtected { get; init; }

    /// <summary>Delete and replace protected resources too.</summary>
    public bool IgnoreProtect { get; init; }

    /// <summary>URNs to replace whether or not they changed.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];
}
