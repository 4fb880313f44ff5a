using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Projects;

/// <summary>Edits of files made up by chance: each says the same as the edit of their values, and loses no comment.</summary>
public sealed class YamlEditorPropertyTests
{
    private static readonly ConfigKey[] Keys = [new("shop", "a"), new("shop", "b"), new("azure-native", "location")];
    private static readonly string[] Texts = ["x", "two words", "1", "true", "a: b", "# no", "", "käse", "- x", "v1:n:c", "line\nbreak"];

    [Fact]
    public void AnEdit_ChangesItsValueAndNothingElse()
    {
        for (var seed = 1; seed <= 3000; seed++)
            Check(seed);
    }

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var file = StackSettingsFile.Parse("/p/Pulumi.dev.yaml", "shop", Commented(random, Document(random)));
        for (var step = 0; step < 4; step++)
        {
            var (path, value) = Edit(random, file.Settings);

            var edited = value is null ? file.WithoutConfig(path) : file.WithConfig(path, value);

            var story = $"Seed {seed}, {path} = {value}, in\n{file.Text}\ngives\n{edited.Text}";
            Assert.True(Expected(file.Settings, path, value).SequenceEqual(edited.Settings.Config), story);
            Assert.True(Comments(file.Text).Except(Comments(edited.Text)).All(comment => IsInside(file.Text, comment, path)), story);
            file = edited;
        }
    }

    private static (ConfigPath Path, ConfigValue? Value) Edit(Random random, StackSettings settings)
    {
        var key = Keys[random.Next(Keys.Length)];
        var steps = ImmutableArray.CreateBuilder<ConfigPath.Step>();
        var at = settings.Config.GetValueOrDefault(key);
        while (random.Next(3) > 0)
        {
            switch (at)
            {
                case ConfigValue.Map map:
                    var name = map.Members.Count > 0 && random.Next(3) > 0 ? map.Members.Keys.ElementAt(random.Next(map.Members.Count)) : $"new{random.Next(3)}";
                    steps.Add(new ConfigPath.Step.Member(name));
                    at = map.Members.GetValueOrDefault(name);
                    continue;
                case ConfigValue.List list:
                    var position = random.Next(list.Items.Length + 1);
                    steps.Add(new ConfigPath.Step.Index(position));
                    at = list.Items.ElementAtOrDefault(position);
                    continue;
            }

            break;
        }

        return (new ConfigPath(key, steps.ToImmutable()), random.Next(4) == 0 ? null : Value(random, 2));
    }

    private static ImmutableSortedDictionary<ConfigKey, ConfigValue> Expected(StackSettings settings, ConfigPath path, ConfigValue? value)
    {
        var before = settings.Config.GetValueOrDefault(path.Key);
        if (value is not null)
            return settings.Config.SetItem(path.Key, ConfigEdits.Set(before, path.Steps.AsSpan(), value));
        if (path.Steps.IsEmpty || before is null)
            return settings.Config.Remove(path.Key);
        return settings.Config.SetItem(path.Key, ConfigEdits.Remove(before, path.Steps.AsSpan()));
    }

    private static string Document(Random random)
    {
        var file = StackSettingsFile.Parse("/p/Pulumi.dev.yaml", "shop", "");
        foreach (var key in Keys.Where(_ => random.Next(4) > 0))
            file = file.WithConfig(ConfigPath.Of(key), Value(random, 3));
        return file.Text;
    }

    private static ConfigValue Value(Random random, int depth) => random.Next(depth > 0 ? 6 : 3) switch
    {
        0 => new ConfigValue.Plain(random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture), ConfigScalarKind.Integer),
        1 => new ConfigValue.Secure($"v1:{random.Next(100)}:x"),
        2 => ConfigValue.FromString(Texts[random.Next(Texts.Length)]),
        3 => new ConfigValue.List([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
        _ => new ConfigValue.Map(ConfigValue.Map.Empty.Members.SetItems(
            Enumerable.Range(0, random.Next(4)).Select(index => KeyValuePair.Create($"m{index}", Value(random, depth - 1))))),
    };

    /// <summary>Puts numbered comments behind and between lines.</summary>
    private static string Commented(Random random, string text)
    {
        var commented = new StringBuilder();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (random.Next(3) == 0)
                commented.Append(' ', random.Next(6)).Append(System.Globalization.CultureInfo.InvariantCulture, $"# comment{number++}.\n");
            commented.Append(line);
            if (random.Next(3) == 0)
                commented.Append(System.Globalization.CultureInfo.InvariantCulture, $"  # comment{number++}.");
            commented.Append('\n');
        }

        return commented.Append("# end.\n").ToString();
    }

    private static IEnumerable<string> Comments(string text) =>
        text.Split('\n').Where(line => line.Contains("# comment", StringComparison.Ordinal) || line.StartsWith("# end", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf("# ", StringComparison.Ordinal)..]);

    /// <summary>Whether a comment stands in the lines of the key that was edited.</summary>
    private static bool IsInside(string text, string comment, ConfigPath path)
    {
        var key = text.IndexOf($"  {path.Key}:", StringComparison.Ordinal);
        var place = text.IndexOf(comment, StringComparison.Ordinal);
        var next = Keys.Where(other => other != path.Key).Select(other => text.IndexOf($"\n  {other}:", StringComparison.Ordinal)).Where(other => other > key).DefaultIfEmpty(text.Length).Min();
        return key >= 0 && place > key && place < next;
    }
}
