namespace Provisioning.Cli.Views;

/// <summary>How far the step of a resource has got.</summary>
public enum ResourcePhase
{
    /// <summary>A preview says what would be done.</summary>
    Planned,

    /// <summary>Its provider is at work.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It failed.</summary>
    Failed,
}
