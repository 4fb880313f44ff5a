using Google.Protobuf;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Protocol.Tests;

/// <summary>Field numbers are the wire: these bytes are what Pulumi's own messages would be.</summary>
public sealed class MessageTests
{
    [Fact]
    public void RegisterResourceRequest_HasPulumisFieldNumbers()
    {
        var request = new RegisterResourceRequest
        {
            Type = "a:b:C",
            Name = "n",
            Custom = true,
            Protect = false,
            SupportsPartialValues = true,
            RetainOnDelete = true,
            DeletedWith = "u",
            SupportsResultReporting = true,
        };

        Assert.Equal(
            "0a05613a623a43" + "12016e" + "2001" + "3000" + "980101" + "c80101" + "da010175" + "800201",
            Convert.ToHexStringLower(request.ToByteArray()));
    }

    [Fact]
    public void DiffResponse_HasPulumisFieldNumbers()
    {
        var response = new DiffResponse
        {
            Replaces = { "r" },
            DeleteBeforeReplace = true,
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            DetailedDiff = { ["p"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.UpdateReplace, InputDiff = true } },
            HasDetailedDiff = true,
        };

        Assert.Equal(
            "0a0172" + "1801" + "2002" + "3209" + "0a0170" + "1204" + "0805" + "1001" + "3801",
            Convert.ToHexStringLower(response.ToByteArray()));
    }

    [Fact]
    public void OptionalBool_KeepsItsPresence()
    {
        var request = RegisterResourceRequest.Parser.ParseFrom(new RegisterResourceRequest { Protect = false }.ToByteArray());

        Assert.True(request.HasProtect);
        Assert.False(request.HasRetainOnDelete);
    }

    [Fact]
    public void RpcException_CarriesTypedDetails()
    {
        var exception = new RpcException(RpcStatusCode.Unknown, "half done", new ErrorResourceInitFailed { Id = "id-1" });

        Assert.Equal("type.googleapis.com/pulumirpc.ErrorResourceInitFailed", Assert.Single(exception.Details).TypeUrl);
        Assert.Equal("id-1", exception.FindDetail<ErrorResourceInitFailed>()?.Id);
        Assert.Null(exception.FindDetail<InputPropertiesError>());
    }

    [Fact]
    public void RpcException_WithStatusOk_IsABug()
    {
        Assert.Throws<ArgumentException>(() => new RpcException(RpcStatusCode.Ok, "fine"));
    }
}
