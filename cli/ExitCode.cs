namespace Provisioning.Cli;

/// <summary>What the process says when it ends; the numbers are those of Pulumi's CLI.</summary>
public enum ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    Success = 0,

    /// <summary>An operation failed, a verification found something that does not hold, or a file of the stack is damaged.</summary>
    Error = 1,

    /// <summary>The command line, the configuration or the stack document is wrong; nothing was changed.</summary>
    Usage = 2,

    /// <summary>
    /// Pulumi's number for refused credentials. A verification whose observer cannot sign in ends with it, and so does a command whose caller may
    /// not use the key of the stack's secrets; a deployment whose sign-in fails
    /// ends with <see cref="Error"/>.
    /// </summary>
    Authentication = 3,

    /// <summary>The stack does not exist, or none is selected.</summary>
    StackNotFound = 6,

    /// <summary><c>--expect-no-changes</c> was given and there are changes.</summary>
    UnexpectedChanges = 7,

    /// <summary>The user declined or stopped the operation before it began.</summary>
    Cancelled = 8,

    /// <summary>A bug in this program.</summary>
    Internal = 255,
}
