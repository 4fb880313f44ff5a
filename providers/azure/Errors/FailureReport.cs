using Azure.Identity;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Errors;

/// <summary>Turns failures into what the engine and the user get: a status, and sentences that name thing, cause and next step.</summary>
internal static class FailureReport
{
    /// <summary>A call that failed as a whole.</summary>
    /// <param name="operation">What was being done.</param>
    /// <param name="error">What Azure reported.</param>
    /// <param name="inputs">The inputs, whose secrets must not be quoted.</param>
    /// <param name="cause">The exception.</param>
    public static RpcException Of(Operation operation, AzureError error, PropertyMap inputs, Exception cause) =>
        new(StatusOf(operation, error.Meaning), Secrecy.Redact(Text(operation, error), inputs), cause);

    /// <summary>A resource that exists and is not complete.</summary>
    public static RpcException Of(Operation operation, PartialFailureException failure, PropertyMap inputs)
    {
        var text = Secrecy.Redact(Text(operation, failure.Error), inputs);
        var detail = new ErrorResourceInitFailed
        {
            Id = failure.Id,
            Properties = PropertyMarshaller.Marshal(Secrecy.Carry(inputs, failure.Outputs), MarshalOptions.Provider),
            Inputs = PropertyMarshaller.Marshal(inputs, MarshalOptions.Provider),
        };
        detail.Reasons.Add(text);
        return new RpcException(RpcStatusCode.FailedPrecondition, text, detail);
    }

    /// <summary>A create that found the resource.</summary>
    public static RpcException Of(Operation operation, ExistsException failure) => new(
        RpcStatusCode.AlreadyExists,
        $"Cannot create already existing resource: {operation.Subject} exists as '{failure.Id}'. Import it under this id to manage it here, or choose another name.",
        failure);

    /// <summary>A sign-in that failed. The innermost exception has Entra's own words, with the AADSTS code.</summary>
    public static RpcException Of(Operation operation, AuthenticationFailedException failure) => new(
        RpcStatusCode.Unauthenticated,
        $"{Verb(operation.Kind)} {operation.Subject} failed: could not sign in to Azure. {failure.GetBaseException().Message}",
        failure);

    /// <summary>An operation that was stopped before Azure accepted it.</summary>
    public static RpcException Of(Operation operation, StoppedException failure) => new(
        RpcStatusCode.Cancelled, $"{Verb(operation.Kind)} {operation.Subject} was stopped while it waited for Azure.", failure);

    private static string Text(Operation operation, AzureError error)
    {
        var ids = string.Join(", ", new[]
        {
            error.Status > 0 ? $"HTTP {error.Status}" : "",
            error.RequestId.Length > 0 ? $"request id {error.RequestId}" : "",
            $"correlation id {(error.CorrelationId.Length > 0 ? error.CorrelationId : operation.CorrelationId)}",
        }.Where(part => part.Length > 0));
        var sentences = new[]
        {
            $"{Verb(operation.Kind)} {operation.Subject} failed: {Meaning(error.Meaning)}{(error.GaveUpOn.Length > 0 ? $" (waited in vain: {error.GaveUpOn})" : "")}.",
            error.Code is "" or AzureError.NoAnswer ? error.Message : $"{error.Code}: {error.Message}",
            Advice.For(error, operation.Service, operation.Kind),
            $"({ids})",
        };
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Verb(OperationKind kind) => kind switch
    {
        OperationKind.Create => "Creating",
        OperationKind.Read => "Reading",
        OperationKind.Update => "Updating",
        OperationKind.Delete => "Deleting",
        _ => throw new InvalidOperationException($"Unhandled operation {kind}."),
    };

    private static string Meaning(FailureKind meaning) => meaning switch
    {
        FailureKind.WrongInput => "Azure rejects the request",
        FailureKind.NotAllowed => "Azure does not allow it",
        FailureKind.NotVisibleYet => "something it needs is not visible yet",
        FailureKind.NotFound => "something it names does not exist",
        FailureKind.Conflict => "something else stands in the way",
        FailureKind.Throttled => "Azure limits the rate of calls",
        FailureKind.Unavailable => "Azure could not serve the request",
        FailureKind.Failed => "Azure accepted the request and could not carry it out",
        FailureKind.NoAnswer => "no answer came, so it is not known whether the request took effect",
        _ => throw new InvalidOperationException($"Unhandled kind of failure {meaning}."),
    };

    /// <summary>
    /// The status tells the engine whether something may have changed: Unknown says so, all others deny it.
    /// </summary>
    private static RpcStatusCode StatusOf(Operation operation, FailureKind meaning) => meaning switch
    {
        FailureKind.WrongInput => RpcStatusCode.InvalidArgument,
        FailureKind.NotAllowed => RpcStatusCode.PermissionDenied,
        FailureKind.NotVisibleYet => RpcStatusCode.FailedPrecondition,
        FailureKind.NotFound => RpcStatusCode.NotFound,
        FailureKind.Conflict => RpcStatusCode.Aborted,
        FailureKind.Throttled => RpcStatusCode.ResourceExhausted,
        FailureKind.Failed => RpcStatusCode.FailedPrecondition,
        FailureKind.Unavailable or FailureKind.NoAnswer =>
            operation.Kind == OperationKind.Read ? RpcStatusCode.Unavailable : RpcStatusCode.Unknown,
        _ => throw new InvalidOperationException($"Unhandled kind of failure {meaning}."),
    };
}
