using Spectre.Console;

namespace Provisioning.Cli.Terminals;

/// <summary>The streams a command talks to, and what kind of terminal is behind them.</summary>
public sealed class Terminal
{
    private Terminal(TextReader input, TextWriter output, TextWriter error, bool interactive, IAnsiConsole console, IAnsiConsole errorConsole)
    {
        In = input;
        Out = output;
        Error = error;
        IsInteractive = interactive;
        Console = console;
        ErrorConsole = errorConsole;
    }

    /// <summary>What the user types.</summary>
    public TextReader In { get; }

    /// <summary>Plain text and JSON, without any styling.</summary>
    public TextWriter Out { get; }

    /// <summary>Plain errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person watches and can answer.</summary>
    public bool IsInteractive { get; }

    /// <summary>Styled output; the styles vanish where the terminal has none.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Styled errors.</summary>
    public IAnsiConsole ErrorConsole { get; }

    /// <summary>The terminal of this process.</summary>
    /// <param name="color"><c>always</c>, <c>never</c> or <c>auto</c>; auto honours NO_COLOR.</param>
    /// <param name="nonInteractive">Ask nothing and show no live tree.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static Terminal OfProcess(string color, bool nonInteractive, Func<string, string?> environment)
    {
        var redirected = System.Console.IsOutputRedirected;
        var ansi = color switch
        {
            "always" => true,
            "never" => false,
            _ => !redirected && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb",
        };
        var interactive = !nonInteractive && !redirected && !System.Console.IsInputRedirected && environment("TERM") != "dumb";
        return Create(System.Console.In, System.Console.Out, System.Console.Error, interactive, ansi, null);
    }

    /// <summary>A terminal over given streams.</summary>
    /// <param name="input">What is read.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="interactive">Whether to ask and to show a live tree.</param>
    /// <param name="ansi">Whether to write colours.</param>
    /// <param name="width">Columns; null to ask the system.</param>
    public static Terminal Create(TextReader input, TextWriter output, TextWriter error, bool interactive, bool ansi, int? width)
    {
        return new Terminal(input, output, error, interactive, Style(output), Style(error));

        IAnsiConsole Style(TextWriter writer)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            });

            // Without a terminal there is nothing to wrap for: lines stay whole, so that tools can read them.
            if (width is { } columns)
                console.Profile.Width = columns;
            else if (!interactive)
                console.Profile.Width = 4000;
            return console;
        }
    }
}
