using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Tests.Model;

/// <summary>The documents that the repository ships.</summary>
public sealed class StackFileTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Shipped_document_loads_without_warnings(string stack)
    {
        LoadResult result = Documents.Loader.Load(Repository.PathOf("stacks", $"{stack}.yaml"));

        Assert.Empty(result.Diagnostics.Where(item => item.Severity > DiagnosticSeverity.Information));
        Assert.True(result.IsValid);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Shipped_document_names_its_schema(string stack) => Assert.StartsWith(
        "# yaml-language-server: $schema=schema.json\n", File.ReadAllText(Repository.PathOf("stacks", $"{stack}.yaml")));
}
