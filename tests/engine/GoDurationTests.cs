using Provisioning.Engine.Planning;

namespace Provisioning.Engine.Tests;

/// <summary>Durations as Go writes them.</summary>
public sealed class GoDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("90s", 90)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("300ms", 0.3)]
    [InlineData("1.5h", 5400)]
    [InlineData(".5s", 0.5)]
    [InlineData("2500us", 0.0025)]
    [InlineData("2500µs", 0.0025)]
    [InlineData("1000000000ns", 1)]
    public void A_duration_is_read(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), GoDuration.Parse(text));

    [Fact]
    public void Nothing_is_no_limit() => Assert.Null(GoDuration.Parse(""));

    [Theory]
    [InlineData("90")]
    [InlineData("s")]
    [InlineData("1d")]
    [InlineData("1h 30m")]
    [InlineData("-1s")]
    public void What_is_no_duration_is_refused(string text) => Assert.Throws<FormatException>(() => GoDuration.Parse(text));
}
