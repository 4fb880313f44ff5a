using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Engine.State;

namespace Provisioning.Cli.States;

/// <summary>The argument that names a resource of the state by its URN.</summary>
internal sealed class UrnArgument
{
    /// <summary>Makes the argument.</summary>
    /// <param name="isRequired">Whether the command needs it.</param>
    public UrnArgument(bool isRequired) => Argument = new Argument<string?>("urn")
    {
        Description = "The URN of the resource, in single quotes",
        Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
    };

    /// <summary>The argument itself.</summary>
    public Argument<string?> Argument { get; }

    /// <summary>The URN; null when none was given.</summary>
    /// <exception cref="CommandException">The argument is no URN.</exception>
    public Urn? Read(ParseResult arguments)
    {
        if (arguments.GetValue(Argument) is not { } text)
            return null;

        return Urn.TryParse(text, out var urn)
            ? urn
            : throw new CommandException(new CommandError(
                "ACC7020", ExitCode.Usage, $"'{text}' is no URN (urn:pulumi:<stack>::<project>::<type>::<name>); put it in single quotes, because it may hold '$'."));
    }

    /// <summary>Has a command take either a URN or the option for everything, and not both.</summary>
    public void RequireThisOr(Option<bool> all, Command command) => command.Validators.Add(result =>
    {
        if (result.GetValue(all) == (result.GetValue(Argument) is not null))
            result.AddError($"Give the URN of a resource or {all.Name}, one of both.");
    });
}
