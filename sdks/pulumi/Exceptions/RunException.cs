namespace Pulumi;

/// <summary>A failure of the program that its message explains; it is shown without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Creates a failure from its message.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Creates a failure that another one caused.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
