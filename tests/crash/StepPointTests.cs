using Provisioning.Crash.Tests.Harness;

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
                foreach (var share in new[] { 0, 0.5, 1 })
                    points.Add(point, share);
            }

            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public Task One_more_run_makes_up_for_it(string point, double share) => PointTrial.DieAndRecoverAsync(point, share);
}
