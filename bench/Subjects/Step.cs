namespace Provisioning.Bench.Subjects;

/// <summary>The commands that are measured, in the order in which they are run on one stack.</summary>
internal enum Step
{
    /// <summary>The first deployment.</summary>
    Up,

    /// <summary>A preview that finds nothing to do.</summary>
    Preview,

    /// <summary>A deployment that finds nothing to do.</summary>
    UpAgain,

    /// <summary>Reading everything from the cloud.</summary>
    Refresh,

    /// <summary>Deleting everything.</summary>
    Destroy,
}
