using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>Changes inside structured configuration values, by Pulumi's rules for <c>--path</c>.</summary>
internal static class ConfigEdits
{
    /// <summary>The value with another one at a place in it. Maps and lists on the way are made; lists grow by one at most.</summary>
    public static ConfigValue Set(ConfigValue? root, ReadOnlySpan<ConfigPath.Step> steps, ConfigValue value)
    {
        if (steps is [])
            return value;

        switch (steps[0])
        {
            case ConfigPath.Step.Member(var name):
                var map = root switch
                {
                    null or ConfigValue.Plain { Kind: ConfigScalarKind.Null } => ConfigValue.Map.Empty,
                    ConfigValue.Map existing => existing,
                    _ => throw new ProjectException($"The member '{name}' cannot be set, because what should hold it is not a map."),
                };
                return new ConfigValue.Map(map.Members.SetItem(name, Set(map.Members.GetValueOrDefault(name), steps[1..], value)));

            case ConfigPath.Step.Index(var position):
                var items = root switch
                {
                    null or ConfigValue.Plain { Kind: ConfigScalarKind.Null } => [],
                    ConfigValue.List existing => existing.Items,
                    _ => throw new ProjectException($"The item {position} cannot be set, because what should hold it is not a list."),
                };
                if (position > items.Length)
                    throw new ProjectException($"The item {position} cannot be set: the list has {items.Length} items, and only the next one can be added.");
                return new ConfigValue.List(position == items.Length
                    ? items.Add(Set(null, steps[1..], value))
                    : items.SetItem(position, Set(items[position], steps[1..], value)));

            default:
                throw new InvalidOperationException($"Unhandled step {steps[0]}.");
        }
    }

    /// <summary>The value at a place; null when there is none.</summary>
    public static ConfigValue? Find(ConfigValue? root, ReadOnlySpan<ConfigPath.Step> steps)
    {
        foreach (var step in steps)
        {
            root = (root, step) switch
            {
                (ConfigValue.Map map, ConfigPath.Step.Member(var name)) => map.Members.GetValueOrDefault(name),
                (ConfigValue.List list, ConfigPath.Step.Index(var position)) => list.Items.ElementAtOrDefault(position),
                _ => null,
            };
        }

        return root;
    }

    /// <summary>The value without what is at a place in it.</summary>
    public static ConfigValue Remove(ConfigValue root, ReadOnlySpan<ConfigPath.Step> steps)
    {
        if (steps.Length > 1)
            return Find(root, steps[..1]) is { } child ? Set(root, steps[..1], Remove(child, steps[1..])) : root;

        return (root, steps[0]) switch
        {
            (ConfigValue.Map map, ConfigPath.Step.Member(var name)) => new ConfigValue.Map(map.Members.Remove(name)),
            (ConfigValue.List list, ConfigPath.Step.Index(var position)) when position < list.Items.Length => new ConfigValue.List(list.Items.RemoveAt(position)),
            _ => root,
        };
    }
}
