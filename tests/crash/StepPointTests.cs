using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests;

/// <summary>A process dies at the first, a middle or the last step of creating, of changing and of destroying a stack.</summary>
public sealed class StepPointTests
{
    public static TheoryData<string, double> Points
    {
        get
        {
            var points = new TheoryData<string, double>();
            foreach (var point in PointTrial.OfSteps)
            {
                foreach (var share in new[] { 0, 0.5, LastOf(point) })
                    points.Add(point, share);
            }

            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public Task One_more_run_makes_up_for_it(string point, double share) => PointTrial.DieAndRecoverAsync(point, share);

    /// <summary>Records share flushes as it happens, so that the last write of the journal has no fixed number.</summary>
    private static double LastOf(string point) => point == DurabilityPoints.JournalWritten ? 0.75 : 1;
}
