using System.Text;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Tests.Diagnostics;

/// <summary>Writes the documentation of the catalogue.</summary>
internal static class DiagnosticsPage
{
    /// <summary>Where it is kept.</summary>
    public static readonly string[] Path = ["docs", "diagnostics.md"];

    private static readonly (string Prefix, string Title)[] Ranges =
    [
        ("ACC10", "Reading the file"), ("ACC11", "Keys and values"), ("ACC12", "References"), ("ACC13", "Azure's rules"),
        ("ACC14", "Federation and identity"), ("ACC15", "Policy and advice"), ("ACC19", "Not supported yet"),
    ];

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Diagnostics of stack documents

            Every problem has a number, a place (`file:line:column`) and a next step. One run reports them all; a document with
            an error is not deployed, not even in part. Advice, marked so below, can be given another severity or be
            exempted for an entry in the document's [`policy`](stack-document.md#policy).

            This page is generated from the catalogue in `infra/Model/Diagnostics`; a test keeps it current.

            """.ReplaceLineEndings("\n"));
        foreach (var (prefix, title) in Ranges)
        {
            page.Append($"\n## {title}\n");
            foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All.Values.Where(item => item.Id.StartsWith(prefix, StringComparison.Ordinal)))
                Append(page, descriptor);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, DiagnosticDescriptor descriptor)
    {
        string severity = descriptor.Severity.ToString().ToLowerInvariant();
        page.Append($"\n### {descriptor.Id}\n\n**{descriptor.Title}** · {severity}{(descriptor.Overridable ? ", advice" : "")}\n\n");
        page.Append($"{descriptor.Cause}\n\n*What to do:* {descriptor.Action}\n");
    }
}
