using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Tests.Findings;

public sealed class ElapsedTests
{
    [Theory]
    [InlineData(-5, "0 ms")]
    [InlineData(0, "0 ms")]
    [InlineData(0.0412, "41 ms")]
    [InlineData(0.9996, "1000 ms")]
    [InlineData(2.34, "2.3 s")]
    [InlineData(65, "1 min 5 s")]
    [InlineData(10_920, "3 h 2 min")]
    [InlineData(1_051_200, "12 d 4 h")]
    public void Duration_is_written_in_its_two_largest_units(double seconds, string text) => Assert.Equal(text, Elapsed.Text(TimeSpan.FromSeconds(seconds)));
}
