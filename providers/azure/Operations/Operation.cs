namespace Provisioning.Providers.Azure.Operations;

/// <summary>One request of the engine while it runs.</summary>
internal sealed record Operation
{
    /// <summary>What is being done.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The resource's URN; empty for functions.</summary>
    public required string Urn { get; init; }

    /// <summary>The resource in words, such as "role assignment 'pull'".</summary>
    public required string Subject { get; init; }

    /// <summary>The service in the rules for retries, such as <c>Microsoft.Storage</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Shared by all calls of the operation; Azure's activity log shows it.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>When to give up.</summary>
    public required DateTimeOffset Deadline { get; init; }
}
