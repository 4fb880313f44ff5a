using System.CommandLine;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Spectre.Console;

namespace Provisioning.Cli.States;

/// <summary>Whether the user wants a change that no preview shows; no is the answer of who just presses enter.</summary>
/// <param name="context">The process around it.</param>
/// <param name="yes">Whether <c>--yes</c> was given.</param>
internal sealed class EditConsent(CommandContext context, bool yes)
{
    /// <summary>The option that gives it.</summary>
    public static Option<bool> Option() => new("--yes", "-y") { Description = "Do not ask" };

    /// <summary>Refuses a command, before it does anything, for which nobody can be asked.</summary>
    /// <exception cref="CommandException">Nobody can be asked, and <c>--yes</c> was not given.</exception>
    public void RequirePossible()
    {
        if (!yes && !context.Terminal.IsInteractive)
            throw new CommandException(new CommandError("ACC7002", ExitCode.Usage, "Nobody can be asked here; give --yes to go on without asking."));
    }

    /// <summary>Shows what would be done and asks; true at once with <c>--yes</c>.</summary>
    public bool Ask(IEnumerable<string> lines, string question)
    {
        if (yes)
            return true;

        foreach (var line in lines)
            context.Terminal.Out.WriteLine(line);
        return context.Terminal.Console.Prompt(new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false });
    }
}
