using Pulumi.Tests.Fakes;
using Pulumi.Utilities;

namespace Pulumi.Tests.Values;

public sealed class OutputTests
{
    [Fact]
    public async Task Create_PlainValue_IsKnownAndNotSecret()
    {
        var output = Output.Create(42);

        Assert.Equal(42, await output.ValueAsync());
        Assert.True(await output.IsKnownAsync());
        Assert.False(await output.IsSecretAsync());
    }

    [Fact]
    public async Task Create_Task_GivesItsResult() =>
        Assert.Equal("later", await Output.Create(Task.FromResult("later")).ValueAsync());

    [Fact]
    public async Task Create_FailedTask_FailsTheOutput() =>
        await Assert.ThrowsAsync<FormatException>(() => Output.Create(Task.FromException<int>(new FormatException())).ValueAsync());

    [Fact]
    public async Task CreateSecret_Value_IsSecret() => Assert.True(await Output.CreateSecret("s").IsSecretAsync());

    [Fact]
    public async Task CreateSecret_Task_IsSecret() => Assert.True(await Output.CreateSecret(Task.FromResult("s")).IsSecretAsync());

    [Fact]
    public async Task CreateSecret_Output_KeepsTheValue()
    {
        var output = Output.CreateSecret(Output.Create("s"));

        Assert.True(await output.IsSecretAsync());
        Assert.Equal("s", await output.ValueAsync());
    }

    [Fact]
    public async Task Unsecret_SecretOutput_IsPlainAndLeavesTheOriginalSecret()
    {
        var secret = Output.CreateSecret("s");

        Assert.False(await Output.Unsecret(secret).IsSecretAsync());
        Assert.True(await secret.IsSecretAsync());
    }

    [Fact]
    public async Task Apply_KnownValue_RunsTheFunction() =>
        Assert.Equal(3, await Output.Create("abc").Apply(text => text.Length).ValueAsync());

    [Fact]
    public async Task Apply_UnknownValue_DoesNotRunTheFunction()
    {
        var ran = false;

        var result = OutputAssertions.Unknown<string>().Apply(text => ran = true);

        Assert.False(await result.IsKnownAsync());
        Assert.False(ran);
    }

    [Fact]
    public async Task Apply_UnknownSecret_StaysSecret() =>
        Assert.True(await Output.CreateSecret(OutputAssertions.Unknown<string>()).Apply(text => text).IsSecretAsync());

    [Fact]
    public async Task Apply_SecretValue_GivesASecret() =>
        Assert.True(await Output.CreateSecret("s").Apply(text => text.Length).IsSecretAsync());

    [Fact]
    public async Task Apply_FunctionReturnsSecretOutput_GivesASecret() =>
        Assert.True(await Output.Create("s").Apply(text => Output.CreateSecret(text)).IsSecretAsync());

    [Fact]
    public async Task Apply_FunctionReturnsUnknownOutput_GivesAnUnknown() =>
        Assert.False(await Output.Create("s").Apply(_ => OutputAssertions.Unknown<string>()).IsKnownAsync());

    [Fact]
    public async Task Apply_FunctionReturnsTask_GivesItsResult()
    {
        Output<int> result = Output.Create("abc").Apply(text => Task.FromResult(text.Length));

        Assert.Equal(3, await result.ValueAsync());
    }

    [Fact]
    public async Task Apply_FunctionReturnsInput_GivesItsValue()
    {
        Output<int> result = Output.Create("abc").Apply(text => (Input<int>)text.Length);

        Assert.Equal(3, await result.ValueAsync());
    }

    [Fact]
    public async Task Apply_FunctionReturnsNullOutput_GivesTheKnownDefault()
    {
        var result = Output.Create("abc").Apply(_ => (Output<string>?)null);

        Assert.Null(await result.ValueAsync());
        Assert.True(await result.IsKnownAsync());
    }

    [Fact]
    public async Task Apply_FunctionReturnsNullInput_GivesTheKnownDefault()
    {
        var result = Output.Create("abc").Apply(_ => (Input<int>?)null);

        Assert.Equal(0, await result.ValueAsync());
        Assert.True(await result.IsKnownAsync());
    }

    [Fact]
    public async Task Apply_AsynchronousAction_IsAwaited()
    {
        var gate = new TaskCompletionSource();
        Output<ValueTuple> result = Output.Create("abc").Apply(_ => (Task)gate.Task);

        Assert.False(result.Data.IsCompleted);
        gate.SetResult();
        await result.ValueAsync();
    }

    [Fact]
    public async Task Apply_FunctionThrows_FailsTheOutput() =>
        await Assert.ThrowsAsync<FormatException>(() => Output.Create("abc").Apply(text => int.Parse(text, null)).ValueAsync());

    [Fact]
    public async Task Apply_ResultsOfResources_DependsOnBoth()
    {
        var host = new Host();

        var names = await host.SucceedAsync(async () =>
        {
            var first = new Thing("first");
            var second = new Thing("second");
            return await first.Urn.Apply(_ => second.Urn).DependenciesAsync();
        });

        Assert.Equal(["first", "second"], names);
    }

    [Fact]
    public async Task UntypedApply_Value_IsPassedAsAnObject() =>
        Assert.Equal("42", await Output.Create(42).UntypedApply(value => Output.Create($"{value}")).ValueAsync());

    [Fact]
    public void ToString_AnyOutput_ExplainsWhatToUse() => Assert.Contains("Output.Format", Output.Create("s").ToString());

    [Fact]
    public async Task ToString_InAProgram_LogsAWarning()
    {
        var host = new Host();

        await host.SucceedAsync(() => { _ = $"{Output.Create("s")}"; });

        Assert.Contains(host.Engine.Logged, request => request.Severity == Pulumirpc.LogSeverity.Warning);
    }

    [Fact]
    public async Task CreateUnknown_Value_IsUnknownAndReadable()
    {
        var output = OutputUtilities.CreateUnknown(7);

        Assert.False(await output.IsKnownAsync());
        Assert.Equal(7, await output.ValueAsync());
    }

    [Fact]
    public async Task WithDependency_Resource_IsAdded()
    {
        var host = new Host();

        var names = await host.SucceedAsync(() => OutputUtilities.WithDependency(Output.Create(1), new Thing("thing")).DependenciesAsync());

        Assert.Equal(["thing"], names);
    }

    [Fact]
    public async Task DeferredOutput_ResolvedLater_GivesTheValueWithItsTraits()
    {
        var deferred = new DeferredOutput<string>();
        var length = deferred.Output.Apply(text => text.Length);

        deferred.Resolve(Output.CreateSecret("abc"));

        Assert.Equal(3, await length.ValueAsync());
        Assert.True(await length.IsSecretAsync());
    }

    [Fact]
    public void DeferredOutput_ResolvedTwice_Throws()
    {
        var deferred = new DeferredOutput<string>();
        deferred.Resolve(Output.Create("a"));

        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create("b")));
    }

    [Fact]
    public async Task DeferredOutput_ResolvedWithAFailure_Fails()
    {
        var deferred = new DeferredOutput<string>();
        deferred.Resolve(Output.Create(Task.FromException<string>(new FormatException())));

        await Assert.ThrowsAsync<FormatException>(() => deferred.Output.ValueAsync());
    }
}
