namespace Provisioning.Cli.Diagnostics;

/// <summary>Why a command could not do its work: what the user sees instead of a stack trace.</summary>
/// <param name="Id">Stable number, <c>ACC6nnn</c> for state and <c>ACC7nnn</c> for the command line.</param>
/// <param name="Exit">The exit code of the process.</param>
/// <param name="Message">What is wrong, what was expected and what to do; holds no secret.</param>
public sealed record CommandError(string Id, ExitCode Exit, string Message);
