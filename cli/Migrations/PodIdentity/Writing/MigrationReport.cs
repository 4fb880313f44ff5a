using System.Text;
using Provisioning.Cli.Migrations.PodIdentity.Translation;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>What a migration leaves to people, for a terminal and as a page.</summary>
internal static class MigrationReport
{
    private const string Steps =
        "1. Add the lines of `workloads.yaml` to the stack document, and what each workload reads, writes and pulls.\n"
        + "2. Run `up`: the federated credentials of the identities follow from the workloads.\n"
        + "3. Make the changes of `kubernetes.yaml`, each by the commands above it. The pods restart.\n"
        + "4. When they work, delete the identities and bindings in the cluster, then AAD Pod Identity itself.\n";

    /// <summary>The findings as lines that compilers would print, each with what to do.</summary>
    public static string Lines(MigrationPlan plan)
    {
        var text = new StringBuilder();
        foreach (var finding in plan.Findings)
        {
            var place = finding.Place is { } known ? $"{known}: " : "";
            text.Append(place).Append(Word(finding.Kind)).Append(' ').Append(finding.Id).Append(": ").Append(Printable(finding.Message)).Append('\n')
                .Append("  ").Append(finding.Action).Append('\n');
        }

        return text.Length > 0 ? text.ToString() : "Nothing.\n";
    }

    /// <summary>The page <c>report.md</c>.</summary>
    public static string Page(MigrationPlan plan)
    {
        var text = new StringBuilder("# Migration from AAD Pod Identity\n\n");
        text.Append(plan.Workloads.IsEmpty ? "Nothing was translated.\n" : Steps);
        foreach (var kinds in plan.Findings.GroupBy(finding => finding.Kind))
        {
            text.Append($"\n## {Heading(kinds.Key)}\n\n| number | place | what | what to do |\n|---|---|---|---|\n");
            foreach (var finding in kinds)
                text.Append($"| {finding.Id} | {finding.Place?.ToString() ?? ""} | {Cell(finding.Message)} | {Cell(finding.Action)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The word for a kind in lines and JSON.</summary>
    public static string Word(FindingKind kind) => kind.ToString().ToLowerInvariant();

    private static string Heading(FindingKind kind) => kind switch
    {
        FindingKind.Untranslated => "Not translated",
        FindingKind.Warning => "To be looked at",
        FindingKind.Note => "To be known",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of finding."),
    };

    /// <summary>Names come from files, which may hold line feeds and escapes of terminals.</summary>
    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));

    private static string Cell(string text) => Printable(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
