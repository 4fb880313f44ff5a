using Provisioning.Providers.Azure.Http;

namespace Provisioning.Providers.Azure.Operations;

/// <summary>The engine asked to end while an operation waited.</summary>
internal sealed class StoppedException() : Exception("The operation was stopped while it waited for Azure.")
{
    /// <summary>The same as an error, for a resource that Azure goes on with.</summary>
    public AzureError ToError() =>
        new(AzureError.OperationFailed, "", "The wait for Azure was stopped; what Azure accepted goes on. Refresh to see how it ended.") { Meaning = FailureKind.Unavailable };
}
