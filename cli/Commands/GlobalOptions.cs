using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary>The options that every command has, with Pulumi's names.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string?> directory = new("--cwd", "-C") { Description = "Work as if started in this folder", HelpName = "folder", Recursive = true };
    private readonly Option<string?> stack = new("--stack", "-s") { Description = "The stack to work on (default: the selected one, else 'local')", HelpName = "name", Recursive = true };
    private readonly Option<string> color = new("--color") { Description = "Colour the output: always, never or auto", DefaultValueFactory = _ => "auto", Recursive = true };
    private readonly Option<bool> nonInteractive = new("--non-interactive") { Description = "Ask nothing and draw no live tree", Recursive = true };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Show debug messages and stack traces", Recursive = true };

    public GlobalOptions() => color.AcceptOnlyFromAmong("always", "never", "auto");

    public void AddTo(Command root)
    {
        root.Options.Add(directory);
        root.Options.Add(stack);
        root.Options.Add(color);
        root.Options.Add(nonInteractive);
        root.Options.Add(verbose);
    }

    public GlobalSettings Read(ParseResult arguments, string workingDirectory) => new(
        Path.GetFullPath(arguments.GetValue(directory) ?? ".", workingDirectory),
        arguments.GetValue(stack),
        arguments.GetValue(color) ?? "auto",
        arguments.GetValue(nonInteractive),
        arguments.GetValue(verbose));
}
