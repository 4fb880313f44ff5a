using Provisioning.Protocol.Rpc;

namespace Pulumi;

/// <summary>Tells calls that failed because the engine stopped the deployment from all others.</summary>
internal static class EngineStopped
{
    /// <summary>Whether the engine stopped the deployment. It has told the user why, so the program ends quietly.</summary>
    public static bool IsCauseOf(RpcException failure) => failure.Code is RpcStatusCode.Unavailable or RpcStatusCode.Cancelled;
}
