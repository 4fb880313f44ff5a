namespace Provisioning.Infra.Model;

/// <summary>How a training cluster grows and shrinks.</summary>
/// <param name="MinNodes">Nodes kept when idle.</param>
/// <param name="MaxNodes">Most nodes at a time.</param>
/// <param name="IdleTime">How long an idle node stays before it is removed.</param>
public sealed record ClusterScale(int MinNodes, int MaxNodes, TimeSpan IdleTime);
