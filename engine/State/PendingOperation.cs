namespace Provisioning.Engine.State;

/// <summary>An operation that had begun when the snapshot was written.</summary>
/// <param name="Resource">The resource as it was to become, or as it was.</param>
/// <param name="Kind">What was being done.</param>
public sealed record PendingOperation(ResourceState Resource, OperationKind Kind);

/// <summary>What was being done to a resource; written in lower case (<c>creating</c>, …).</summary>
public enum OperationKind
{
    /// <summary>A creation.</summary>
    Creating,

    /// <summary>An update in place.</summary>
    Updating,

    /// <summary>A deletion.</summary>
    Deleting,

    /// <summary>A read of a resource managed elsewhere.</summary>
    Reading,

    /// <summary>An import.</summary>
    Importing,
}
