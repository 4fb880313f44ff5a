using System.Text.Json;

namespace Provisioning.Cli.Tests.Commands;

/// <summary><c>stack history</c>, on history files in Pulumi's form.</summary>
public sealed class StackHistoryTests : IDisposable
{
    private readonly CommandFolder project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task AStackThatWasNeverDeployed_HasNone()
    {
        await project.RunAsync("stack", "init", "local");

        Assert.Equal("Nothing was done to the stack 'local' yet.", (await project.RunAsync("stack", "history")).Out.Trim());
        Assert.Equal("[]", (await project.RunAsync("stack", "history", "--json")).Out.Trim());
        Assert.Equal(ExitCode.StackNotFound, (await project.RunAsync("stack", "history", "-s", "other")).Exit);
    }

    [Fact]
    public async Task Operations_AreListedNewestFirst()
    {
        await WithOperationsAsync(2);

        var (exit, output, _) = await project.RunAsync("stack", "history");

        Assert.Equal(ExitCode.Success, exit);
        Assert.Equal(
            """
            UpdateKind: update
            Status: failed
            Message: number 2
            Started: 2026-01-31 08:17:00Z, took 5 s
            Changes: 1 create, 2 same
                exec.kind: cli

            UpdateKind: update
            Status: succeeded
            Message: number 1
            Started: 2026-01-31 08:16:00Z, took 5 s
            Changes: 1 create, 1 same
                exec.kind: cli

            """.ReplaceLineEndings("\n"),
            output);
    }

    [Theory]
    [InlineData("12 11 10 9 8 7 6 5 4 3")]
    [InlineData("2 1", "--page", "2")]
    [InlineData("", "--page", "3")]
    [InlineData("8 7 6 5", "--page", "2", "--page-size", "4")]
    [InlineData("", "--page", "2147483647", "--page-size", "2147483647")]
    public async Task Pages_HaveWhatTheyAskFor(string numbers, params string[] arguments)
    {
        await WithOperationsAsync(12);

        var entries = JsonElement.Parse((await project.RunAsync(["stack", "history", "--json", .. arguments])).Out);

        Assert.Equal(numbers, string.Join(' ', entries.EnumerateArray().Select(entry => entry.GetProperty("message").GetString()?["number ".Length..])));
    }

    [Theory]
    [InlineData("--page", "0")]
    [InlineData("--page-size", "-1")]
    public async Task APageThatCannotBe_IsAUsageError(params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, (await project.RunAsync(["stack", "history", .. arguments])).Exit);
    }

    [Fact]
    public async Task Json_HasPulumisMembers_AndSecretsOnlyWhenAskedFor()
    {
        project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "old";
        await project.RunAsync("config", "set", "--secret", "key", "canary-key");
        await project.RunAsync("config", "set", "--path", "hosts[0]", "8080");
        await WithOperationsAsync(1, SecretOfSettings());

        var hidden = (await project.RunAsync("stack", "history", "--json")).Out;
        var refused = (await project.RunAsync("stack", "history", "--json", "--show-secrets=false")).Out;
        var shown = (await project.RunAsync("stack", "history", "--json", "--show-secrets")).Out;
        project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "other";
        var undecryptable = (await project.RunAsync("stack", "history", "--json", "--show-secrets")).Out;

        var entry = Assert.Single(JsonElement.Parse(hidden).EnumerateArray().ToList());
        Assert.Equal(
            ["version", "kind", "startTime", "message", "environment", "config", "result", "endTime", "resourceChanges"],
            entry.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-01-31T08:16:00.000Z", entry.GetProperty("startTime").GetString());
        Assert.Equal("{\"secret\":true}", Compact(entry.GetProperty("config").GetProperty("shop:key")));
        Assert.Equal("{\"value\":\"[8080]\",\"objectValue\":[8080],\"secret\":false}", Compact(entry.GetProperty("config").GetProperty("shop:hosts")));
        Assert.Equal(hidden, refused);
        Assert.Contains("\"value\": \"canary-key\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"ERROR_UNABLE_TO_DECRYPT\"", undecryptable, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private string SecretOfSettings() =>
        project.Read("Pulumi.local.yaml").Split('\n').Single(line => line.Contains("secure: ", StringComparison.Ordinal)).Trim()["secure: ".Length..];

    private async Task WithOperationsAsync(int count, string? secret = null)
    {
        await project.RunAsync("stack", "init", "local");
        var folder = Directory.CreateDirectory(project.PathOf(".pulumi/history/shop/local")).FullName;
        var config = secret is null ? "{}" : $$$"""{"shop:hosts":[8080],"shop:key":{"secure":"{{{secret}}}"}}""";
        for (var number = 1; number <= count; number++)
        {
            var start = new DateTimeOffset(2026, 1, 31, 8, 15, 0, TimeSpan.Zero).AddMinutes(number);
            var entry = $$$"""
                {"kind":"update","startTime":{{{start.ToUnixTimeSeconds()}}},"message":"number {{{number}}}","environment":{"exec.kind":"cli"},"config":{{{config}}},
                "version":0,"result":"{{{(number % 2 == 0 ? "failed" : "succeeded")}}}","endTime":{{{start.ToUnixTimeSeconds() + 5}}},"resourceChanges":{"create":1,"same":{{{number}}}}}
                """;
            await File.WriteAllTextAsync(Path.Combine(folder, $"local-{start.ToUnixTimeSeconds()}000000000.history.json"), entry);
        }
    }
}
