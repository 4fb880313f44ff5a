namespace Provisioning.EndToEnd.Tests.Pages;

public sealed class StackExcerptTests
{
    private const string Document = "location: westeurope\nidentities:\n  reader: { name: id-reader }\n";

    [Theory]
    [InlineData("identities:\n  reader: { name: id-reader }\n", true)]
    [InlineData("location: westeurope\n", true)]
    [InlineData("reader: { name: id-reader }\n", false)]
    [InlineData("  reader: { name: id }\n", false)]
    [InlineData("location: westeurope\n  reader: { name: id-reader }\n", false)]
    [InlineData("", false)]
    public void Excerpt_is_part_of_a_document_that_has_exactly_its_lines(string excerpt, bool expected) =>
        Assert.Equal(expected, new StackExcerpt("any", excerpt).IsPartOf(Document));
}
