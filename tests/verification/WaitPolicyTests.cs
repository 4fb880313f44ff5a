namespace Provisioning.Verification.Tests;

public sealed class WaitPolicyTests
{
    [Fact]
    public void Nothing_is_waited_for_without_a_limit() => Assert.Null(WaitPolicy.None.Next(TimeSpan.Zero));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.5)]
    [InlineData(8, 4)]
    [InlineData(60, 10)]
    [InlineData(595, 5)]
    public void Next_look_comes_after_half_of_what_was_waited_within_bounds(double waited, double next) =>
        Assert.Equal(TimeSpan.FromSeconds(next), new WaitPolicy(TimeSpan.FromMinutes(10)).Next(TimeSpan.FromSeconds(waited)));

    [Fact]
    public void Waits_add_up_to_the_limit()
    {
        var wait = new WaitPolicy(TimeSpan.FromMinutes(10));
        var waited = TimeSpan.Zero;
        while (wait.Next(waited) is { } next)
            waited += next;

        Assert.Equal(wait.Limit, waited);
    }
}
