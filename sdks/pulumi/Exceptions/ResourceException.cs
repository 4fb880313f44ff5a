namespace Pulumi;

/// <summary>A failure that concerns one resource and is shown with it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="resource">The resource, or null for the stack.</param>
/// <param name="hideStack">Whether the message says enough, so that no stack trace is shown.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
