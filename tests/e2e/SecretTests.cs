using System.Collections.Concurrent;
using System.Text;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The administrator's token of Deep Lake, which every deployment uses, stays out of all that a deployment leaves.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("up", "--yes", "--diff", "--verbose")]
    [InlineData("up", "--yes", "--json")]
    [InlineData("preview", "--json")]
    [InlineData("preview", "--diff")]
    public async Task Output_does_not_show_the_token(params string[] arguments)
    {
        await using var project = await TestProject.WithSandboxAsync();

        var result = (await project.RunAsync(arguments)).Succeeded();

        Assert.DoesNotContain(TokenOf(project), result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_does_not_show_the_token()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(new FaultRule { Kind = FaultKind.Error, Endpoint = "deepLake", Status = 403, Count = null });

        var result = await project.RunAsync("up", "--yes", "--verbose", "--diff");

        Assert.DoesNotContain(TokenOf(project), result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_repeats_the_token_does_not_show_it()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(new FaultRule { Kind = FaultKind.Error, Endpoint = "deepLake", Status = 403, Count = null, Message = $"'{TokenOf(project)}' may not do this." });

        var result = await project.RunAsync("up", "--yes", "--verbose", "--diff");

        Assert.Contains("'[secret]' may not do this.", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain(TokenOf(project), result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_of_the_backend_holds_the_token()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeded();
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();
        var token = TokenOf(project);

        Assert.DoesNotContain(
            Directory.EnumerateFiles(project.PathOf(".pulumi"), "*", SearchOption.AllDirectories),
            file => Holds(File.ReadAllBytes(file), token));
    }

    [Fact]
    public async Task The_journal_of_a_running_deployment_does_not_hold_the_token()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var token = TokenOf(project);
        var journal = Path.ChangeExtension(project.StateFile, ".journal");
        var seen = new ConcurrentBag<bool>();

        var setting = new CommandSetting
        {
            OnLine = (line, _) =>
            {
                if (line.Contains("WorkloadIdentity", StringComparison.Ordinal))
                    seen.Add(Holds(ReadShared(journal), token));
            },
        };
        (await project.RunAsync(setting, "up", "--yes", "--skip-preview")).Succeeded();

        Assert.NotEmpty(seen);
        Assert.DoesNotContain(true, seen);
    }

    private static string TokenOf(TestProject project) => File.ReadAllText(project.Sandbox.Connection.DeepLakeTokenFile).Trim();

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
