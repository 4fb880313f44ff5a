namespace Provisioning.Engine.Operations;

/// <summary>What an operation does.</summary>
public enum Operation
{
    /// <summary>Makes the cloud what the program says.</summary>
    Update,

    /// <summary>Makes the state what the cloud says.</summary>
    Refresh,

    /// <summary>Deletes everything in the state.</summary>
    Destroy,

    /// <summary>Takes existing resources into the state.</summary>
    Import,
}
