using System.Text;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Tests.Model;

/// <summary>Files that cannot be taken in, and encodings that can.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stack-documents").FullName;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(false).GetBytes(Documents.Minimal) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Documents.Minimal)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Documents.Minimal)] },
        { "UTF-16 big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Documents.Minimal)] },
        { "Windows line ends", Encoding.UTF8.GetBytes(Documents.Minimal.Replace("\n", "\r\n", StringComparison.Ordinal)) },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Missing_file_is_a_diagnostic() => AssertOnly(
        ReadingDiagnostics.Unreadable, Documents.Loader.Load(Path.Combine(folder, "none.yaml")));

    [Fact]
    public void Folder_is_a_diagnostic() => AssertOnly(ReadingDiagnostics.Unreadable, Documents.Loader.Load(folder));

    [Fact]
    public void Empty_path_is_a_diagnostic() => AssertOnly(ReadingDiagnostics.Unreadable, Documents.Loader.Load(""));

    [Fact]
    public void Large_file_is_not_read_to_the_end() =>
        AssertOnly(ReadingDiagnostics.TooLarge, Documents.Loader.Load(Write(new byte[YamlText.MaxBytes + 100])));

    [Fact]
    public void Large_text_is_a_diagnostic() => AssertOnly(ReadingDiagnostics.TooLarge, Documents.Load(new string('#', YamlText.MaxBytes + 1)));

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    public void Broken_text_is_a_diagnostic(byte[] content) => AssertOnly(ReadingDiagnostics.Encoding, Documents.Loader.Load(Write(content)));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_in_its_usual_encodings(string encoding, byte[] content)
    {
        LoadResult result = Documents.Loader.Load(Write(content));

        Assert.True(result.IsValid, $"{encoding}: {string.Join(' ', result.Diagnostics)}");
    }

    [Fact]
    public void Diagnostic_names_the_file_as_it_was_given()
    {
        Diagnostic diagnostic = Assert.Single(Documents.Loader.Load("stacks/dev.yaml", Documents.Minimal + "tagz: {}\n").Diagnostics);

        Assert.Equal("stacks/dev.yaml:3:1: error ACC1101: 'tagz' is not a key of the document. Did you mean 'tags'?", diagnostic.ToString());
    }

    [Fact]
    public void Span_covers_the_value()
    {
        Diagnostic diagnostic = Assert.Single(Documents.Load("location: \"no region\"\nresourceGroup: rg.\n").Diagnostics);

        Assert.Equal(new SourceSpan(2, 16, 2, 19), diagnostic.Span);
    }

    [Fact]
    public void Unprintable_characters_are_escaped_in_messages()
    {
        Diagnostic diagnostic = Assert.Single(Documents.Load(Documents.Minimal + "\"a\\e[31m\": {}\n").Diagnostics);

        Assert.StartsWith("'a\\u001b[31m' is not a key", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_are_shortened_in_messages()
    {
        Diagnostic diagnostic = Assert.Single(Documents.Load(Documents.Minimal + $"subscription: {new string('x', 5000)}\n").Diagnostics);

        Assert.InRange(diagnostic.Message.Length, 100, 400);
    }

    private static void AssertOnly(DiagnosticDescriptor expected, LoadResult result)
    {
        Assert.Equal(expected, Assert.Single(result.Diagnostics).Descriptor);
        Assert.False(result.IsValid);
    }

    private string Write(byte[] content)
    {
        string path = Path.Combine(folder, "stack.yaml");
        File.WriteAllBytes(path, content);
        return path;
    }
}
