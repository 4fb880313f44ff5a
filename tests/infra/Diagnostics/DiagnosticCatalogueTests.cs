using System.Reflection;
using System.Text.RegularExpressions;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Diagnostics;

/// <summary>The catalogue is one list without gaps: unique, documented, and each entry is raised.</summary>
public sealed class DiagnosticCatalogueTests
{
    private static readonly DiagnosticDescriptor[] Declared =
    [
        .. typeof(DiagnosticCatalogue).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DiagnosticCatalogue).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Ids_are_unique() => Assert.Empty(Declared.GroupBy(item => item.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_declared_diagnostic_is_in_the_catalogue() =>
        Assert.Equal(Declared.Select(item => item.Id).Order(StringComparer.Ordinal), DiagnosticCatalogue.All.Keys);

    [Fact]
    public void Every_diagnostic_says_what_why_and_how()
    {
        foreach (DiagnosticDescriptor item in Declared)
        {
            Assert.Matches("^ACC1[0-9]{3}$", item.Id);
            Assert.DoesNotContain('.', item.Title);
            Assert.True(item.MessageFormat == "{0}" || item.MessageFormat[^1] is '.' or '}', item.Id);
            Assert.EndsWith(".", item.Cause, StringComparison.Ordinal);
            Assert.EndsWith(".", item.Action, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_advice_is_open_to_policy() =>
        Assert.DoesNotContain(Declared, item => item.Overridable && item.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void Page_is_current() => Repository.AssertGolden(DiagnosticsPage.Write(), DiagnosticsPage.Path);

    [Fact]
    public void Anchors_lead_to_headings_of_the_page()
    {
        string page = File.ReadAllText(Repository.PathOf(DiagnosticsPage.Path));

        Assert.All(Declared, item =>
        {
            Assert.StartsWith("docs/diagnostics.md#", item.Anchor, StringComparison.Ordinal);
            Assert.Matches($"(?im)^### {Regex.Escape(item.Anchor.Split('#')[1])}$", page);
        });
    }

    [Fact]
    public void Every_diagnostic_is_raised_by_a_test()
    {
        var raised = BadDocumentTests.FileNames
            .SelectMany(file => Documents.Loader.Load(Repository.PathOf("tests", "infra", "Model", "bad", file)).Diagnostics)
            .Select(item => item.Descriptor)
            .Concat([ReadingDiagnostics.Unreadable, ReadingDiagnostics.TooLarge, ReadingDiagnostics.Encoding]);

        Assert.Empty(DiagnosticCatalogue.All.Values.Except(raised).Select(item => item.Id));
    }
}
