using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Model;

/// <summary>
/// Each file in <c>bad/</c> begins with comments that name all diagnostics it raises, in order: <c># line:column severity id: message</c>.
/// </summary>
public sealed class BadDocumentTests
{
    private const string Marker = "#! ";

    public static TheoryData<string> Files => [.. FileNames];

    public static IEnumerable<string> FileNames =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "infra", "Model", "bad"), "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void Bad_document_is_reported_exactly(string file)
    {
        string[] path = ["tests", "infra", "Model", "bad", file];
        string body = WithoutHeader(File.ReadAllText(Repository.PathOf(path)));
        LoadResult result = Documents.Loader.Load(file, body);

        string header = string.Concat(result.Diagnostics.Select(item => $"{Marker}{item.ToString()[(file.Length + 1)..]}\n"));
        Repository.AssertGolden(header + body, path);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Bad_document_is_given_out_only_without_errors(string file)
    {
        LoadResult result = Documents.Loader.Load(Repository.PathOf("tests", "infra", "Model", "bad", file));

        Assert.NotEmpty(result.Diagnostics);
        Assert.Equal(result.Diagnostics.All(item => item.Severity < Infra.Model.Diagnostics.DiagnosticSeverity.Error), result.IsValid);
    }

    private static string WithoutHeader(string text) => string.Concat(
        text.Split('\n').SkipWhile(line => line.StartsWith(Marker, StringComparison.Ordinal)).Select(line => line + "\n"))[..^1];
}
