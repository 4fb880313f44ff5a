using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary>What a user asked of <c>up</c>, <c>preview</c>, <c>refresh</c>, <c>destroy</c> or <c>import</c>.</summary>
internal sealed record OperationChoices
{
    /// <summary>What to do.</summary>
    public required Operation Operation { get; init; }

    /// <summary>Do not ask.</summary>
    public bool Yes { get; init; }

    /// <summary>Do not preview first.</summary>
    public bool SkipPreview { get; init; }

    /// <summary>Only preview.</summary>
    public bool PreviewOnly { get; init; }

    /// <summary>Show properties instead of a tree.</summary>
    public bool Diff { get; init; }

    /// <summary>Write JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Fail when there are changes.</summary>
    public bool ExpectNoChanges { get; init; }

    /// <summary>The file to write the plan of a preview to; null for none.</summary>
    public string? SavePlan { get; init; }

    /// <summary>The file of the plan to hold an update to; null for none.</summary>
    public string? Plan { get; init; }

    /// <summary>What to say about it in the history.</summary>
    public string Message { get; init; } = "";

    /// <summary>What an import takes in.</summary>
    public IReadOnlyList<ResourceImport> Imports { get; init; } = [];

    /// <summary>What the engine is told.</summary>
    public OperationOptions Options { get; init; } = new();
}
