using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests;

/// <summary>A process dies at a moment that each run passes once, or that only a recovering run passes.</summary>
public sealed class RunPointTests
{
    /// <summary>All that are left, so that a new point is tested without being listed here.</summary>
    public static TheoryData<string> Points => [.. DurabilityPoints.All.Except(PointTrial.OfSteps).Except(PointTrial.OfRecovery)];

    public static TheoryData<string> PointsOfRecovery => [.. PointTrial.OfRecovery];

    [Theory]
    [MemberData(nameof(Points))]
    public Task One_more_run_makes_up_for_it(string point) => PointTrial.DieAndRecoverAsync(point, share: 0);

    [Theory]
    [MemberData(nameof(PointsOfRecovery))]
    public Task One_more_run_makes_up_for_a_second_death(string point) => PointTrial.DieWhileRecoveringAsync(point);
}
