using Provisioning.Engine.Events;
using Provisioning.Engine.Providers;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Execution;

/// <summary>What the failure of a provider call says.</summary>
internal static class RpcFailure
{
    /// <summary>What to tell the user; at least one message.</summary>
    public static IReadOnlyList<string> Describe(RpcException exception) =>
        exception.FindDetail<InputPropertiesError>() is { Errors.Count: > 0 } details
            ? [.. details.Errors.Select(error => $"The property '{error.PropertyPath}' is not valid: {error.Reason}")]
            : [exception.Message];

    /// <summary>Whether the provider could not tell in which state it left the resource.</summary>
    public static bool LeavesStateUnknown(RpcException exception) =>
        exception.Code is RpcStatusCode.Internal or RpcStatusCode.Unknown or RpcStatusCode.DataLoss;

    /// <summary>The number of the failure: that of plugins when there is no provider to call, else the one given.</summary>
    public static string IdOf(RpcException exception, string otherwise) =>
        exception.InnerException is ProviderNotFoundException ? ErrorIds.PluginFailed : otherwise;
}
