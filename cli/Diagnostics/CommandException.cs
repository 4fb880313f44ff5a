namespace Provisioning.Cli.Diagnostics;

/// <summary>Ends a command with an error for the user.</summary>
public sealed class CommandException : Exception
{
    /// <summary>Creates the end of a command.</summary>
    public CommandException(CommandError error, Exception? innerException = null)
        : base(error.Message, innerException) => Error = error;

    /// <summary>What the user sees.</summary>
    public CommandError Error { get; }
}
