namespace Provisioning.Providers.Azure.Operations;

/// <summary>What is being done to a resource.</summary>
[Flags]
internal enum OperationKind
{
    /// <summary>Reading it, or calling a function.</summary>
    Read = 1,

    /// <summary>Creating it.</summary>
    Create = 2,

    /// <summary>Changing it in place.</summary>
    Update = 4,

    /// <summary>Deleting it.</summary>
    Delete = 8,

    /// <summary>Creating or changing it.</summary>
    Write = Create | Update,

    /// <summary>Anything.</summary>
    Any = Read | Create | Update | Delete,
}
