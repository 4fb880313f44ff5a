using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Programs;

public sealed class LogTests
{
    [Fact]
    public async Task Log_EachSeverity_IsSentInOrder()
    {
        var host = new Host();
        await host.RunAsync(() =>
        {
            Log.Debug("d");
            Log.Info("i");
            Log.Warn("w");
            Log.Error("e");
            Log.Exception(new FormatException("x"));
        });

        Assert.Equal(
            [LogSeverity.Debug, LogSeverity.Info, LogSeverity.Warning, LogSeverity.Error, LogSeverity.Error],
            host.Engine.Logged.Select(request => request.Severity));
        Assert.Contains("FormatException: x", host.Engine.Logged[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AboutAResource_WaitsForItsUrn()
    {
        var host = new Host();
        await host.SucceedAsync(() => Log.Info("about", new Thing("t"), streamId: 7, ephemeral: true));

        Assert.Equal(
            new LogRequest { Severity = LogSeverity.Info, Message = "about", Urn = "urn:pulumi:dev::proj::pkg:index:Thing::t", StreamId = 7, Ephemeral = true },
            Assert.Single(host.Engine.Logged));
    }

    [Fact]
    public async Task Log_AboutAResourceThatFails_IsSentWithoutUrn()
    {
        var host = new Host();
        await host.RunAsync(() => Log.Info("about", new Thing("t", new() { Anything = 1L })));

        Assert.Empty(host.Engine.Logged.Single(request => request.Message == "about").Urn);
    }

    [Fact]
    public void Log_OutsideOfAProgram_IsRejected() => Assert.Throws<InvalidOperationException>(() => Log.Info("x"));
}
