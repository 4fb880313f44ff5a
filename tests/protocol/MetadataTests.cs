using Microsoft.AspNetCore.Http;
using Provisioning.Protocol.Grpc;

namespace Provisioning.Protocol.Tests;

/// <summary>What travels with calls beside their messages.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("with space")]
    [InlineData("grpc-timeout")]
    [InlineData("content-type")]
    public void NameThatCannotTravel_IsRefused(string key)
    {
        Assert.Throws<ArgumentException>(() => new Metadata { { key, "value" } });
    }

    [Theory]
    [InlineData("x-text", "größer")]
    [InlineData("x-bytes-bin", "text")]
    public void TextThatCannotTravel_IsRefused(string key, string value)
    {
        Assert.Throws<ArgumentException>(() => new Metadata { { key, value } });
    }

    [Fact]
    public void BytesUnderANameOfText_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Metadata { { "x-text", [1] } });
    }

    [Theory]
    [InlineData("AQID/w==")]
    [InlineData("AQID/w")]
    public void Bytes_AreReadWithAndWithoutPadding(string text)
    {
        var metadata = Metadata.Of(new HeaderDictionary { ["x-bytes-bin"] = text });

        Assert.Equal([1, 2, 3, 0xff], metadata.GetValueBytes("x-bytes-bin"));
    }

    [Fact]
    public void BytesThatAreJoined_AreReadOneByOne()
    {
        var metadata = Metadata.Of(new HeaderDictionary { ["x-bytes-bin"] = "AQ==, Ag" });

        Assert.Equal(["AQ==", "Ag"], metadata.Select(entry => entry.Value));
    }

    [Fact]
    public void HeadersOfTheProtocol_AreNoMetadata()
    {
        var metadata = Metadata.Of(new HeaderDictionary { ["te"] = "trailers", ["grpc-timeout"] = "1S", ["User-Agent"] = "test" });

        Assert.Equal([KeyValuePair.Create("user-agent", "test")], metadata);
    }
}
