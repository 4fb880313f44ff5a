using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

public sealed class AesGcmCipherTests
{
    private static readonly byte[] Key = Convert.FromHexString(Vectors.Key);

    [Fact]
    public void AText_IsEncryptedAsTheVectorSays() => Assert.Equal(Vectors.ConfigSecret, new AesGcmCipher(Key, new FixedRandom(0x20)).Encrypt("s3cr3t"));

    [Fact]
    public void AVector_IsDecrypted()
    {
        Assert.True(new AesGcmCipher(Key, new FixedRandom(0)).TryDecrypt(Vectors.StateSecret, out var plaintext));
        Assert.Equal("\"s3cr3t\"", plaintext);
    }

    [Theory]
    [InlineData("")]
    [InlineData("käse 🧀")]
    public void AnyText_ComesBack(string text)
    {
        var cipher = new AesGcmCipher(Key, new FixedRandom(1, 2));

        Assert.True(cipher.TryDecrypt(cipher.Encrypt(text), out var plaintext));
        Assert.Equal(text, plaintext);
    }

    [Fact]
    public void AChangedByte_IsNoticed() =>
        Assert.False(new AesGcmCipher(Key, new FixedRandom(0)).TryDecrypt(Vectors.ConfigSecret.Replace("onmb", "onmc", StringComparison.Ordinal), out _));

    [Fact]
    public void AnotherKey_DoesNotFit() =>
        Assert.False(new AesGcmCipher(new byte[32], new FixedRandom(0)).TryDecrypt(Vectors.ConfigSecret, out _));

    [Theory]
    [InlineData("s3cr3t")]
    [InlineData("v2:ICAgICAgICAgICAg:onmbN1aRTvH3DJmL/R+gbJd0dMRY/w==")]
    [InlineData("v1:ICAg:onmbN1aRTvH3DJmL/R+gbJd0dMRY/w==")]
    [InlineData("v1:ICAgICAgICAgICAg:AAAA")]
    [InlineData("v1:ICAgICAgICAgICAg:***")]
    [InlineData("v1:a:b:c")]
    public void WhatIsNoCipherText_IsRefusedWithoutShowingIt(string text)
    {
        var failure = Assert.Throws<SecretsException>(() => new AesGcmCipher(Key, new FixedRandom(0)).TryDecrypt(text, out _));

        Assert.DoesNotContain(text, failure.Message, StringComparison.Ordinal);
    }
}
