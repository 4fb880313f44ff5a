using System.Text;
using Provisioning.Infra.Model.Sections;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Tests.Schema;

/// <summary>Writes the table of keys of one mapping, for the documentation.</summary>
internal static class KeyTable
{
    /// <summary>Every mapping with known keys, by its path; entries and items have no segment of their own.</summary>
    public static IReadOnlyDictionary<string, ObjectShape> All { get; } = Collect();

    /// <summary>The table of one mapping.</summary>
    /// <param name="shape">The mapping.</param>
    public static string Write(ObjectShape shape)
    {
        var table = new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (Field field in shape.Fields)
            table.Append($"| `{field.Key}` | {Escape(field.Shape.Summary)} | {DefaultOf(field)} | {Escape(field.Meaning)} |\n");
        return table.ToString();
    }

    private static string DefaultOf(Field field)
    {
        if (field.Default.Length > 0)
            return $"`{field.Default}`";
        if (field.Otherwise.Length > 0)
            return field.Otherwise;
        return field.Required ? "**required**" : "";
    }

    private static Dictionary<string, ObjectShape> Collect()
    {
        var found = new Dictionary<string, ObjectShape>();
        Visit("document", StackShape.Document);
        return found;

        void Visit(string path, Shape shape)
        {
            switch (shape)
            {
                case ObjectShape mapping when found.TryAdd(path, mapping):
                    foreach (Field field in mapping.Fields)
                        Visit(path == "document" ? field.Key : $"{path}.{field.Key}", field.Shape);
                    break;
                case CasesShape cases:
                    foreach (var (word, inner) in cases.Cases)
                        Visit($"{path}({word})", inner);
                    Visit($"{path}({ObjectShape.Existing})", cases.OfExisting);
                    break;
                case ListShape list:
                    Visit(path, list.Item);
                    break;
                case MapShape map:
                    Visit(path, map.Value);
                    break;
                case EitherShape either:
                    foreach (Shape inner in either.Alternatives)
                        Visit(path, inner);
                    break;
            }
        }
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
