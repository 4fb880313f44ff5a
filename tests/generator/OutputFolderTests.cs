using Provisioning.Sdk.Generator.Emission;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>Generating again leaves untouched what did not change.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("generator-");

    [Fact]
    public void UnchangedFile_IsNotWrittenAgain()
    {
        var output = new OutputFolder(folder.FullName);
        output.Replace([new GeneratedFile("A/One.g.cs", "one"), new GeneratedFile("Two.g.cs", "two")]);

        Assert.Equal(1, output.Replace([new GeneratedFile("A/One.g.cs", "one"), new GeneratedFile("Two.g.cs", "changed")]));
    }

    [Fact]
    public void FileThatIsNoLongerGenerated_IsDeleted()
    {
        var output = new OutputFolder(folder.FullName);
        output.Replace([new GeneratedFile("Old.g.cs", "old")]);

        output.Replace([new GeneratedFile("New.g.cs", "new")]);

        Assert.Equal(["New.g.cs"], folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public void FileDescribedTwice_IsRefused()
    {
        var output = new OutputFolder(folder.FullName);

        Assert.Throws<InvalidDataException>(() => output.Replace([new GeneratedFile("A.g.cs", "1"), new GeneratedFile("A.g.cs", "2")]));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
