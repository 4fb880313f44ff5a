using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Pulumi;

/// <summary>A function or method failed.</summary>
internal sealed class InvokeException : RunException
{
    /// <summary>Creates the failure of a function that rejected its arguments.</summary>
    public InvokeException(string token, IEnumerable<CheckFailure> failures)
        : base(Describe(token, string.Join("; ", failures.Select(Describe))))
    {
    }

    /// <summary>Creates the failure of a function that the engine could not call.</summary>
    public InvokeException(string token, RpcException failure)
        : base(Describe(token, failure.Message), failure)
    {
    }

    private static string Describe(string token, string reason) => $"Invoke of '{token}' failed: {reason}";

    private static string Describe(CheckFailure failure) =>
        failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})";
}
