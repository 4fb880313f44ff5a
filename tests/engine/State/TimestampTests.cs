using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.State;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2026-08-21T10:00:00.123456789+02:00")]
    [InlineData("2026-08-21T10:00:00Z")]
    [InlineData("2026-08-21T10:00:00.5-07:30")]
    [InlineData("2026-08-21T10:00:00.000000001Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void ATime_IsWrittenAsItWasRead(string text) => Assert.Equal(text, Timestamp.Parse(text).ToString());

    [Theory]
    [InlineData("2026-08-21T10:00:00.1200Z", "2026-08-21T10:00:00.12Z")]
    [InlineData("2026-08-21T10:00:00+00:00", "2026-08-21T10:00:00Z")]
    [InlineData("2026-08-21T10:00:00.9876543219999-00:30", "2026-08-21T10:00:00.987654321-00:30")]
    public void ATime_IsWrittenInItsShortestForm(string text, string expected) => Assert.Equal(expected, Timestamp.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2026-08-21")]
    [InlineData("2026-08-21T10:00:00")]
    [InlineData("2026-08-21T10:00:00.Z")]
    [InlineData("2026-08-21T10:00:00.1x2Z")]
    [InlineData("2026-13-21T10:00:00Z")]
    [InlineData("2026-08-21 10:00:00 Z")]
    [InlineData("2026-08-21T10:00+00:00")]
    [InlineData("2026-08-21T10:00:00+00:00:00")]
    [InlineData("2026-08-21T10:00:00Z ")]
    public void WhatIsNoTime_IsNotParsed(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Fact]
    public void Times_CompareDownToTheNanosecond() =>
        Assert.True(Timestamp.Parse("2026-08-21T10:00:00.000000001Z").CompareTo(Timestamp.Parse("2026-08-21T10:00:00.000000002Z")) < 0);
}
