using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>
/// Plugins that do not work: one numbered error that names the resource, everything else is recorded, and the run ends.
/// </summary>
public sealed class BadPluginTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("bad-plugin-");
    private PluginStack? plugins;

    [UnixTheory]
    [InlineData("echo 'no license' >&2; exit 3", "ended with exit code 3 before it printed the port it listens on. It printed:\nno license")]
    [InlineData("exit 0", "ended with exit code 0 before it printed the port it listens on. It printed no error.")]
    [InlineData("echo 'Listening on 4711'; exec sleep 60", "is 'Listening on 4711' and not the port it listens on")]
    [InlineData("echo; echo 4711; exec sleep 60", "is '' and not the port it listens on")]
    [InlineData("echo 70000; exec sleep 60", "is '70000' and not the port it listens on")]
    public async Task Plugin_ThatDoesNotSayWhereItListens_IsReportedAsItsProvidersFailure(string script, string message)
    {
        await FailAsync(script);

        AssertError("default", ErrorIds.PluginFailed, message);
    }

    [UnixFact]
    public async Task Plugin_ThatListensNowhere_IsReported()
    {
        await FailAsync("echo 1; exec sleep 60");

        AssertError("default", ErrorIds.PluginFailed, "cannot be used: The connection to 127.0.0.1:1 failed");
    }

    [UnixFact]
    public async Task Plugin_ThatPrintsNothing_IsGivenUpInTime()
    {
        await FailAsync("exec sleep 60", time: new HurriedClock());

        AssertError("default", ErrorIds.PluginFailed, "did not print the port it listens on within 60 s");
    }

    [UnixFact]
    public async Task Plugin_ThatIsNoProgram_IsReported()
    {
        await FailAsync("exit 0", executable: false);

        AssertError("default", ErrorIds.PluginFailed, "Permission denied");
    }

    [LinuxFact]
    public async Task Plugin_RunsWhereCtrlCDoesNotReachIt()
    {
        await FailAsync("read -r pid name state parent group session rest < /proc/$$/stat; echo \"$((pid - group)) $((pid - session))\" >&2; exit 3");

        AssertError("default", ErrorIds.PluginFailed, "It printed:\n0 0");
    }

    [Fact]
    public async Task Plugin_ThatIsMissing_IsReportedWithWhatToInstall()
    {
        await FailAsync(script: null);

        AssertError("default", ErrorIds.PluginFailed, "has neither pulumi-resource-bad nor PulumiPlugin.yaml");
    }

    [NodeFact]
    public async Task Plugin_ThatRefusesTheHandshake_IsReported()
    {
        await FailAsync(Broken("refuses the handshake"));

        AssertError("default", ErrorIds.PluginFailed, "The provider plugin 'bad' cannot be used: this engine is too old");
    }

    [NodeFact]
    public async Task Plugin_ThatNeverAnswersTheHandshake_IsGivenUpInTime()
    {
        await FailAsync(Broken("never answers the handshake"), time: new HurriedClock(patience: 1));

        AssertError("default", ErrorIds.PluginFailed, "cannot be used: it did not answer the handshake within 60 s");
    }

    [NodeTheory]
    [InlineData("dies", "The provider plugin 'bad' ended with exit code 7 in the middle of the call. It printed:\nout of memory")]
    [InlineData("answers with an unknown status", "something odd")]
    [InlineData("returns no id", "The provider did not return an id from Create.")]
    [InlineData("returns an unknown signature", "The provider's answer to Create cannot be read. The message holds an object with the unknown signature 'what is this'.")]
    [InlineData("returns a value of no kind", "The provider's answer to Create cannot be read. The message holds a value without a kind.")]
    public async Task Plugin_ThatFailsInCreate_LeavesTheResourceOutAndTheStateInDoubt(string fault, string message)
    {
        await FailAsync(Broken(fault));

        AssertError("bad", ErrorIds.StepFailed, message);
        Assert.True(Stack.Events.Summary.MaybeCorrupt);
    }

    [NodeFact]
    public async Task Plugin_ThatReturnsNoInputs_HasNone()
    {
        var outcome = await RunAsync(Broken("returns no inputs"));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Empty(Stack.State("bad").Inputs);
    }

    public void Dispose() => directory.Delete(recursive: true);

    private TestStack Stack => plugins?.Stack ?? throw new InvalidOperationException("Nothing ran yet.");

    private static string Broken(string fault) =>
        $"exec node '{Path.Combine(NodeWorkspace.Directory, "providers", "broken", "index.js")}' '{fault}' \"$@\"";

    private async Task FailAsync(string? script, bool executable = true, TimeProvider? time = null) =>
        Assert.Equal(OperationResult.Failed, (await RunAsync(script, executable, time)).Result);

    /// <summary>Deploys a resource of the plugin, one that depends on it, and one that has nothing to do with it.</summary>
    private async Task<OperationOutcome> RunAsync(string? script, bool executable = true, TimeProvider? time = null)
    {
        if (script is not null)
        {
            var file = Path.Combine(directory.FullName, "pulumi-resource-bad");
            await File.WriteAllTextAsync(file, $"#!/bin/sh\n{script}\n");
            if (executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        plugins = new PluginStack("cloud", [new PluginDeclaration("bad", directory.FullName, "")], Environment.GetEnvironmentVariable, time);
        return await Stack.UpAsync(
            async program =>
            {
                var bad = await program.RegisterAsync("bad", Map(("size", 1)), request => request.SupportsResultReporting = true, "bad:index:Thing");
                await program.RegisterAsync("dependent", options: request => request.DependsOn(bad.Urn).SupportsResultReporting = true);
                await program.RegisterAsync("other");
            },
            new OperationOptions { ContinueOnError = true });
    }

    private void AssertError(string resource, string id, string message)
    {
        var error = Assert.Single(Stack.Events.Diagnostics, diagnostic => diagnostic.Severity == Pulumirpc.LogSeverity.Error);
        Assert.Equal((resource, id), (error.Urn?.Name, error.Id));
        Assert.True(error.Message.Contains(message, StringComparison.Ordinal), error.Message);
        Assert.Equal(["other"], Stack.Names);
    }

    /// <summary>A clock on which every wait is over at once, but for the first ones.</summary>
    private sealed class HurriedClock(int patience = 0) : TimeProvider
    {
        private int waits;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var hurries = dueTime > TimeSpan.Zero && Interlocked.Increment(ref waits) > patience;
            return System.CreateTimer(callback, state, hurries ? TimeSpan.FromMilliseconds(1) : dueTime, period);
        }
    }
}
