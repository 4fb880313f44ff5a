using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Cli.Views;

/// <summary>Puts rows below their parents. Linear in the number of rows.</summary>
internal static class ResourceTree
{
    /// <summary>
    /// Arranges rows given in order of appearance. A row whose parent is not shown moves up to the nearest ancestor
    /// that is; unchanged rows stay only as ancestors of changed ones.
    /// </summary>
    public static ImmutableArray<TreeRow> Arrange(IEnumerable<ResourceRow> rows, bool showUnchanged)
    {
        var all = rows.ToList();
        var byUrn = all.ToDictionary(row => row.Urn);
        var wanted = new HashSet<Urn>();
        foreach (var row in all.Where(row => showUnchanged || !row.IsUnchanged))
        {
            for (ResourceRow? ancestor = row; ancestor is not null && wanted.Add(ancestor.Urn);)
                ancestor = ancestor.Parent is { } parent ? byUrn.GetValueOrDefault(parent) : null;
        }

        var children = all.Where(row => wanted.Contains(row.Urn)).ToLookup(row => VisibleParent(row, byUrn));
        var result = ImmutableArray.CreateBuilder<TreeRow>(wanted.Count);
        foreach (var root in children[null])
            Add(root, "", "");
        return result.ToImmutable();

        void Add(ResourceRow row, string guide, string below)
        {
            result.Add(new TreeRow(guide, row));
            var remaining = children[row.Urn].Count();
            foreach (var child in children[row.Urn])
            {
                var last = --remaining == 0;
                Add(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
            }
        }
    }

    private static Urn? VisibleParent(ResourceRow row, Dictionary<Urn, ResourceRow> byUrn) =>
        row.Parent is { } parent && byUrn.ContainsKey(parent) ? parent : null;
}
