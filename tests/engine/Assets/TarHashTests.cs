using Provisioning.Engine.Assets;

namespace Provisioning.Engine.Tests.Assets;

public sealed class TarHashTests
{
    [Fact]
    public void AnEmptyArchive_HasTheHashThatPulumiGivesIt()
    {
        using var tar = new TarHash();

        Assert.Equal("5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef", tar.End());
    }

    [Fact]
    public void Files_AreHashedAsUstarWritesThem()
    {
        using var tar = new TarHash();

        tar.Add("a.txt", "first\n"u8);
        tar.Add("below/b.txt", "second\n"u8);

        Assert.Equal("e80969404706462d9e7023b8a4257cb15316f71664fc926b06b5468e0091bb44", tar.End());
    }

    [Fact]
    public void ALongName_IsSplitAtAFolder()
    {
        using var tar = new TarHash();

        tar.Add($"{new string('f', 60)}/{new string('n', 60)}", "x"u8);

        Assert.Equal("1921027f8c3af1cb8b2759f4fed52fa14805896a23cde079e50cf0c44d5f94a3", tar.End());
    }

    [Fact]
    public void ANameThatCannotBeSplit_IsRefused()
    {
        using var tar = new TarHash();

        var exception = Assert.Throws<AssetException>(() => tar.Add(new string('n', 101), "x"u8));

        Assert.Contains("too long", exception.Message);
    }
}
