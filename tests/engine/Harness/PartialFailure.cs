using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>The failure of an operation that left the resource half done.</summary>
internal static class PartialFailure
{
    public static RpcException Of(string id, PropertyMap properties, params string[] reasons) => new(
        RpcStatusCode.Unknown,
        "The resource is half done.",
        new ErrorResourceInitFailed { Id = id, Properties = TestProgram.Marshal(properties), Reasons = { reasons } });
}
