namespace Provisioning.Protocol.Rpc;

/// <summary>The status of a call, with gRPC's numbers (grpc/grpc doc/statuscodes.md).</summary>
public enum RpcStatusCode
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The caller cancelled the call.</summary>
    Cancelled = 1,

    /// <summary>Unknown error; from a provider's write it means that the state of the resource is unknown.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,

    /// <summary>A thing the request names does not exist.</summary>
    NotFound = 5,

    /// <summary>A thing the request would create exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and not allowed.</summary>
    PermissionDenied = 7,

    /// <summary>A quota is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in a state in which the request can be served.</summary>
    FailedPrecondition = 9,

    /// <summary>A concurrent operation got in the way.</summary>
    Aborted = 10,

    /// <summary>A value is outside of its range.</summary>
    OutOfRange = 11,

    /// <summary>The method is not served here.</summary>
    Unimplemented = 12,

    /// <summary>A broken invariant; from a provider's write it means that the state of the resource is unknown.</summary>
    Internal = 13,

    /// <summary>The service is not there, or is shutting down.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
