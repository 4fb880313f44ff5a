namespace Provisioning.Cli.Tests.Commands;

/// <summary>The commands that change the state by hand, on a stack with secrets.</summary>
public sealed class StateCommandTests : IAsyncLifetime
{
    private const string Parent = "urn:pulumi:local::shop::a:b:Parent::parent";
    private const string Child = "urn:pulumi:local::shop::a:b:Parent$a:b:C::child";
    private const string User = "urn:pulumi:local::shop::a:b:C::user";

    private CommandFolder? opened;

    private CommandFolder Project => opened ?? throw new InvalidOperationException("The project is opened before each test.");

    public async Task InitializeAsync() => opened = await CommandFolder.WithStateAsync();

    public Task DisposeAsync()
    {
        Project.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Delete_ForgetsTheResource_AndKeepsTheStateBefore()
    {
        var before = File.ReadAllText(Project.StateFile);

        var (exit, output, _) = await Project.RunAsync("state", "delete", User, "--yes");

        Assert.Equal((ExitCode.Success, $"Deleted 1 resource from the state; nothing changed in the cloud:\n  {User}\n"), (exit, output.ReplaceLineEndings("\n")));
        Assert.DoesNotContain(User, await ExportAsync(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Project.StateFile + ".bak"));
        Assert.Empty(Directory.EnumerateFiles(Project.PathOf(".pulumi/locks"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("ACC6020", "has no resource 'urn:pulumi:local::shop::a:b:C::other'", "delete", "urn:pulumi:local::shop::a:b:C::other")]
    [InlineData("ACC6021", "'urn:pulumi:local::shop::a:b:Parent$a:b:C::child' is protected", "delete", Child, "--target-dependents")]
    [InlineData("ACC6022", "\n  urn:pulumi:local::shop::a:b:C::user", "delete", Child, "--force")]
    [InlineData("ACC6021", "is protected", "delete", "--all")]
    [InlineData("ACC6020", "has no resource", "unprotect", "urn:pulumi:local::shop::a:b:C::other")]
    [InlineData("ACC6023", "there is a resource 'urn:pulumi:local::shop::a:b:Parent::other'", "rename", Parent, "other")]
    public async Task WhatIsNotSafe_IsRefused_AndTheStateStays(string id, string message, params string[] arguments)
    {
        if (id == "ACC6023")
            await Project.RunAsync("stack", "import", "--file", await WithSecondParentAsync());
        var before = File.ReadAllText(Project.StateFile);

        var (exit, _, error) = await Project.RunAsync(["state", .. arguments, "--yes"]);

        Assert.Equal(ExitCode.Error, exit);
        Assert.StartsWith($"error {id}: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Project.StateFile));
    }

    [Theory]
    [InlineData("ACC7001", "state", "delete", "--yes")]
    [InlineData("ACC7001", "state", "delete", User, "--all", "--yes")]
    [InlineData("ACC7020", "state", "delete", "user", "--yes")]
    [InlineData("ACC7001", "state", "unprotect", "--yes")]
    [InlineData("ACC7001", "state", "rename", User, "--yes")]
    [InlineData("ACC7002", "state", "delete", User)]
    [InlineData("ACC7002", "state", "repair")]
    public async Task AWrongCommandLine_OrOneThatNeedsAnAnswer_IsAUsageError(string id, params string[] arguments)
    {
        var (exit, _, error) = await Project.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, exit);
        Assert.StartsWith($"error {id}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_WithForceAndDependents_TakesBoth()
    {
        var (exit, output, _) = await Project.RunAsync("state", "delete", Child, "--force", "--target-dependents", "--yes");

        Assert.Equal(ExitCode.Success, exit);
        Assert.Contains($"Deleted 2 resources from the state; nothing changed in the cloud:\n  {Child}\n  {User}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(Parent, await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unprotect_IsSaidOnce()
    {
        var first = await Project.RunAsync("state", "unprotect", "--all", "--yes");
        var second = await Project.RunAsync("state", "unprotect", Child, "--yes");

        Assert.Equal($"Unprotected 1 resource:\n  {Child}\n", first.Out.ReplaceLineEndings("\n"));
        Assert.Equal((ExitCode.Success, "Nothing of it is protected.\n"), (second.Exit, second.Out.ReplaceLineEndings("\n")));
        Assert.DoesNotContain("protect", await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_IsFollowedByTheReferences_AndNoSecretIsShown()
    {
        var (exit, output, _) = await Project.RunAsync("state", "rename", Child, "kid", "--yes");

        var export = await ExportAsync();
        Assert.Equal((ExitCode.Success, $"Renamed 1 resource to 'kid':\n  {Child}\n"), (exit, output.ReplaceLineEndings("\n")));
        Assert.DoesNotContain(Child, export, StringComparison.Ordinal);
        Assert.Equal(3, export.Split("urn:pulumi:local::shop::a:b:Parent$a:b:C::kid\"").Length);
        Assert.DoesNotContain("canary-value", export, StringComparison.Ordinal);
        Assert.Contains("canary-value", (await Project.RunAsync("stack", "export", "--show-secrets")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStackThatSomebodyElseChanges_IsLeftAlone()
    {
        var locks = Directory.CreateDirectory(Project.PathOf(".pulumi/locks/organization/shop/local")).FullName;
        await File.WriteAllTextAsync(Path.Combine(locks, "0b1e3f6c.json"), """{"pid":4711,"username":"ada","hostname":"build-7","timestamp":"2026-01-31T08:15:00Z"}""");

        foreach (var arguments in (string[][])[["delete", User], ["unprotect", "--all"], ["rename", User, "x"], ["repair"]])
            Assert.StartsWith("error ACC6001: ", (await Project.RunAsync(["state", .. arguments, "--yes"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_MendsWhatTheOtherCommandsRefuse()
    {
        var damaged = File.ReadAllText(Project.StateFile).Replace("\"dependencies\":[\"", "\"dependencies\":[\"urn:pulumi:local::shop::a:b:C::gone\",\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Project.StateFile, damaged);
        var refused = await Project.RunAsync("state", "unprotect", "--all", "--yes");
        Assert.StartsWith("error ACC6005: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Run 'state repair'", refused.Error, StringComparison.Ordinal);

        var preview = await Project.RunAsync("state", "repair", "--dry-run");
        Assert.Equal(damaged, File.ReadAllText(Project.StateFile));
        var repaired = await Project.RunAsync("state", "repair", "--yes");
        var again = await Project.RunAsync("state", "repair", "--yes");

        const string Step = $"  {User} forgets its dependency 'urn:pulumi:local::shop::a:b:C::gone', which is missing\n";
        Assert.StartsWith(Step, preview.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith(Step, repaired.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Success, "The state of 'local' is sound; nothing was changed."), (again.Exit, again.Out.Trim()));
        Assert.Equal(ExitCode.Success, (await Project.RunAsync("state", "unprotect", "--all", "--yes")).Exit);
    }

    [Fact]
    public async Task Repair_OfAMagicThatBelongsToAnotherVersion_PutsItRight()
    {
        await File.WriteAllTextAsync(
            Project.StateFile, File.ReadAllText(Project.StateFile).Replace("\"version\":\"\"", "\"version\":\"v3.1.0\"", StringComparison.Ordinal));
        Assert.Contains("magic", (await Project.RunAsync("stack", "export", "--show-secrets")).Error, StringComparison.Ordinal);

        Assert.Contains("gets the magic", (await Project.RunAsync("state", "repair", "--yes")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await Project.RunAsync("stack", "export", "--show-secrets")).Exit);
    }

    [Fact]
    public async Task Repair_OfWhatHasNoOneAnswer_LeavesTheFile()
    {
        var damaged = File.ReadAllText(Project.StateFile).Replace($"\"parent\":\"{Parent}\"", $"\"parent\":\"{Parent}\",\"dependencies\":[\"{User}\"]", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Project.StateFile, damaged);

        var (exit, _, error) = await Project.RunAsync("state", "repair", "--yes");

        Assert.Equal(ExitCode.Error, exit);
        Assert.StartsWith("error ACC6024: ", error, StringComparison.Ordinal);
        Assert.Equal(damaged, File.ReadAllText(Project.StateFile));
    }

    private async Task<string> ExportAsync() => (await Project.RunAsync("stack", "export")).Out;

    private async Task<string> WithSecondParentAsync()
    {
        const string Line = """{ "urn": "urn:pulumi:local::shop::a:b:Parent::parent", "custom": false""";
        var second = $$"""{ "urn": "urn:pulumi:local::shop::a:b:Parent::other", "custom": false, "type": "a:b:Parent" },""";
        await File.WriteAllTextAsync(Project.PathOf("two.json"), CommandFolder.Export.Replace(Line, second + Line, StringComparison.Ordinal));
        return "two.json";
    }
}
