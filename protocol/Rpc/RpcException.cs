using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Provisioning.Protocol.Rpc;

/// <summary>
/// A call that failed, in process or across a wire: the status code, the message, and the details that
/// Pulumi attaches (such as <see cref="Pulumirpc.ErrorResourceInitFailed"/>).
/// </summary>
public sealed class RpcException : Exception
{
    private readonly IReadOnlyList<Any> details;

    /// <summary>Creates the failure of a call.</summary>
    /// <param name="code">Any code but <see cref="RpcStatusCode.Ok"/>.</param>
    /// <param name="message">One or two sentences for the user; never holds a secret.</param>
    /// <param name="details">Typed details, packed as <c>type.googleapis.com/&lt;message name&gt;</c>.</param>
    public RpcException(RpcStatusCode code, string message, params IReadOnlyList<IMessage> details)
        : this(code, message, [.. details.Select(detail => Any.Pack(detail))], null)
    {
    }

    /// <summary>Creates the failure of a call that another failure caused.</summary>
    public RpcException(RpcStatusCode code, string message, Exception innerException)
        : this(code, message, [], innerException)
    {
    }

    /// <summary>Creates the failure of a call from details that are packed already.</summary>
    public RpcException(RpcStatusCode code, string message, IReadOnlyList<Any> details, Exception? innerException)
        : base(message, innerException)
    {
        if (code == RpcStatusCode.Ok)
            throw new ArgumentException("A failed call cannot have the status OK.", nameof(code));

        Code = code;
        this.details = details;
    }

    /// <summary>The answer to a call that this side does not serve.</summary>
    /// <param name="method">The method, such as <c>Parameterize</c>.</param>
    public static RpcException Unimplemented(string method) =>
        new(RpcStatusCode.Unimplemented, $"{method} is not implemented.");

    /// <summary>Why the call failed.</summary>
    public RpcStatusCode Code { get; }

    /// <summary>The packed details in the order they were attached; empty when there are none.</summary>
    public IReadOnlyList<Any> Details => details;

    /// <summary>The first detail of a type, or null when there is none.</summary>
    public T? FindDetail<T>()
        where T : class, IMessage, new()
    {
        var descriptor = new T().Descriptor;
        return details.FirstOrDefault(detail => detail.Is(descriptor))?.Unpack<T>();
    }
}
