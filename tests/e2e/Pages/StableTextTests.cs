namespace Provisioning.EndToEnd.Tests.Pages;

public sealed class StableTextTests
{
    private const string Known = "5a9db0c5-0000-4000-8000-00000000a2d1";
    private const string Drawn = "3f2b8c1d-9d04-4b6a-8f21-5e0c9a7d3b48";
    private const string DrawnLater = "7f3c1e52-9d04-4b6a-8f21-5e0c9a7d3b48";

    [Theory]
    [InlineData(Known, Known)]
    [InlineData($"{Drawn} {DrawnLater} {Drawn}", "00000000-0000-0000-0000-000000000001 00000000-0000-0000-0000-000000000002 00000000-0000-0000-0000-000000000001")]
    [InlineData("https://localhost:40123/acr acr.localhost:40124 127.0.0.1:40125 example.com:443", "https://localhost:<port>/acr acr.localhost:<port> 127.0.0.1:<port> example.com:443")]
    [InlineData("at 2026-11-28T11:25:52.123Z, 2026-11-28 11:25:52Z", "at <time>, <time>")]
    [InlineData("after 12 ms, 1.5s and 1 min 5 s; id-20 s, v1.5s and 3 steps stay", "after n ms, n ms and n ms; id-20 s, v1.5s and 3 steps stay")]
    [InlineData("reads data    12 ms\nreads more   1.2 s  \n", "reads data  n ms\nreads more  n ms\n")]
    [InlineData("cell   \nnext", "cell\nnext")]
    public void Of_replaces_what_the_next_run_would_not_repeat(string text, string expected) =>
        Assert.Equal(expected, new StableText($"tenant: {Known}").Of(text));

    [Fact]
    public void Of_gives_an_id_the_same_replacement_in_every_text()
    {
        var stable = new StableText("");

        Assert.Equal(stable.Of(Drawn), stable.Of($"again {Drawn.ToUpperInvariant()}")["again ".Length..]);
    }
}
