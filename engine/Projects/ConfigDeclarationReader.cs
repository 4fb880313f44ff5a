using Provisioning.Engine.Projects.Yaml;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects;

/// <summary>Reads the declarations below <c>config</c> in <c>Pulumi.yaml</c>.</summary>
internal static class ConfigDeclarationReader
{
    /// <summary>Reads one declaration. Only keys of the project's own namespace may have a type or a default.</summary>
    public static ConfigDeclaration Read(YamlFile file, string project, YamlScalarNode name, YamlNode node)
    {
        if (!ConfigKey.TryParse(name.Value, project, out var key))
            throw file.Fail(name, $"'{name.Value}' is not a configuration key; write <name> or <namespace>:<name>.");

        var declaration = new ConfigDeclaration { Key = key };
        return node is YamlMappingNode map
            ? ReadMap(file, declaration, map, isOwn: key.Namespace == project)
            : declaration with { Default = file.Value(node) };
    }

    private static ConfigDeclaration ReadMap(YamlFile file, ConfigDeclaration declaration, YamlMappingNode map, bool isOwn)
    {
        var type = YamlFile.Find(map, "type");
        var @default = YamlFile.Find(map, "default");
        var value = YamlFile.Find(map, "value");
        if (@default is not null && value is not null)
            throw file.Fail(value, $"'{declaration.Key}' has both a 'default' and a 'value'; keep one.");
        if (!isOwn && (type ?? @default) is { } typed)
            throw file.Fail(typed, $"'{declaration.Key}' belongs to a package, whose keys can only have a 'value' here.");

        return declaration with
        {
            Type = type is null ? null : Type(file, map, type),
            Description = file.Text(map, "description") ?? "",
            Default = (@default ?? value) is { } given ? file.Value(given) : null,
            Secret = file.Text(map, "secret") == "true",
        };
    }

    private static ConfigType Type(YamlFile file, YamlMappingNode map, YamlNode type) => (type as YamlScalarNode)?.Value switch
    {
        "string" => new ConfigType.String(),
        "integer" => new ConfigType.Integer(),
        "boolean" => new ConfigType.Boolean(),
        "object" => new ConfigType.Object(),
        "array" => new ConfigType.Array(Items(file, map)),
        _ => throw file.Fail(type, "the type must be string, integer, boolean, object or array."),
    };

    private static ConfigType Items(YamlFile file, YamlMappingNode map) =>
        YamlFile.Find(map, "items") is YamlMappingNode items && YamlFile.Find(items, "type") is { } type
            ? Type(file, items, type)
            : throw file.Fail(map, "an array must say the type of its items: 'items: {type: string}'.");
}
