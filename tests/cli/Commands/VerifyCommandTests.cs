using System.CommandLine;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Tests.Commands;

public sealed class VerifyCommandTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1h", 3600)]
    [InlineData("0s", 0)]
    public void Duration_is_a_number_with_its_unit(string text, int seconds)
    {
        var (option, parsed) = Parse("--wait", text);

        Assert.Empty(parsed.Errors);
        Assert.Equal(TimeSpan.FromSeconds(seconds), option.Read(parsed)?.Limit);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("-1m")]
    [InlineData("1.5h")]
    [InlineData("10 m")]
    [InlineData("10d")]
    [InlineData("99999999999999999999h")]
    public void Other_text_is_no_duration(string text)
    {
        var (_, parsed) = Parse($"--wait={text}");

        Assert.Equal($"--wait takes a number up to 65535 with s, m or h, such as 90s or 10m, not '{text}'.", Assert.Single(parsed.Errors).Message);
    }

    [Fact]
    public void Without_the_option_there_is_no_duration()
    {
        var (option, parsed) = Parse();

        Assert.Null(option.Read(parsed));
    }

    [Fact]
    public async Task Help_shows_verify_and_not_what_it_starts()
    {
        using var interrupts = new Interrupts();
        var runner = new CommandRunner(
            new CommandHost
            {
                Environment = _ => null,
                WorkingDirectory = Path.GetTempPath(),
                Time = TimeProvider.System,
                Interrupts = interrupts,
                Terminal = _ => Terminal.Create(TextReader.Null, TextWriter.Null, TextWriter.Null, interactive: false, ansi: false, width: null),
            },
            new GlobalOptions());
        var root = new RootCommand { new VerifyCommand().Build(runner), new IdentityHostCommand().Build(runner) };
        await using var output = new StringWriter();

        await root.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = output });

        Assert.Contains("verify", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(IdentityHostCommand.Name, output.ToString(), StringComparison.Ordinal);
        Assert.Empty(root.Parse(IdentityHostCommand.Name).Errors);
    }

    private static (WaitOption Option, ParseResult Parsed) Parse(params string[] arguments)
    {
        var option = new WaitOption("--wait", "Wait");
        return (option, new Command("verify") { option.Option }.Parse(arguments));
    }
}
