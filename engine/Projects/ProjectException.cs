namespace Provisioning.Engine.Projects;

/// <summary>
/// <c>Pulumi.yaml</c>, a stack's settings or the configuration in them cannot be used; the message names the file, the
/// place in it and what to do.
/// </summary>
public sealed class ProjectException : Exception
{
    /// <summary>Creates the failure.</summary>
    public ProjectException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
