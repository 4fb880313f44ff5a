using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects.Yaml;
using Provisioning.Engine.Secrets;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects;

/// <summary>
/// The text of <c>Pulumi.&lt;stack&gt;.yaml</c> and what it says. Immutable: an edit returns a new one, in which everything
/// but the edited value is as before, comments and order included. <see cref="SaveAsync"/> writes it.
/// </summary>
public sealed class StackSettingsFile
{
    private const string ConfigMember = "config";
    private const string SaltMember = "encryptionsalt";
    private const string ProviderMember = "secretsprovider";
    private const string KeyMember = "encryptedkey";

    private readonly string project;

    private StackSettingsFile(string path, string project, string text)
    {
        Path = path;
        Text = text;
        this.project = project;
        Settings = Read(YamlFile.Parse(path, text));
    }

    /// <summary>Where the file is, or will be.</summary>
    public string Path { get; }

    /// <summary>The whole text; empty when there is no file.</summary>
    public string Text { get; }

    /// <summary>What the text says.</summary>
    public StackSettings Settings { get; }

    /// <summary>Reads the settings of a stack; a missing file holds nothing.</summary>
    /// <exception cref="ProjectException">The file cannot be used.</exception>
    public static async Task<StackSettingsFile> LoadAsync(Project project, string stack, CancellationToken cancellationToken)
    {
        var path = project.StackSettingsPath(stack);
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) : "";
        return new StackSettingsFile(path, project.Name, text);
    }

    /// <summary>Takes a text as the content of a file.</summary>
    /// <exception cref="ProjectException">The text cannot be used.</exception>
    public static StackSettingsFile Parse(string path, string project, string text) => new(path, project, text);

    /// <summary>With a value set: of a key, or inside a structured value.</summary>
    /// <exception cref="ProjectException">The path leads through something that is no map or list, or past a list's end.</exception>
    public StackSettingsFile WithConfig(ConfigPath path, ConfigValue value) => Edit(editor => editor.Set(Steps(path).AsSpan(), value));

    /// <summary>Without a value; the same file when there is none.</summary>
    public StackSettingsFile WithoutConfig(ConfigPath path) => Edit(editor => editor.Remove(Steps(path).AsSpan()));

    /// <summary>With secrets encrypted by a key, which takes the place of any other one.</summary>
    public StackSettingsFile WithSecrets(SecretsSettings secrets) => Edit(editor =>
    {
        // What is new comes first in the file, so Pulumi's order is made from its end.
        editor = Put(editor, SaltMember, secrets.EncryptionSalt);
        editor = Put(editor, KeyMember, secrets.EncryptedKey);
        return Put(editor, ProviderMember, secrets.Provider);
    });

    /// <summary>Writes the file; readers see the old or the new text, never half of it.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(Path) ?? throw new InvalidOperationException($"'{Path}' is no full path.");
        Directory.CreateDirectory(folder);
        await DurableFile.WriteAsync(Path, Encoding.UTF8.GetBytes(Text), cancellationToken).ConfigureAwait(false);
    }

    private static YamlEditor Put(YamlEditor editor, string member, string? text) => text is null
        ? editor.Remove([new ConfigPath.Step.Member(member)])
        : editor.Set([new ConfigPath.Step.Member(member)], ConfigValue.FromString(text));

    private StackSettingsFile Edit(Func<YamlEditor, YamlEditor> edit) => new(Path, project, edit(new YamlEditor(Path, Text)).Text);

    private ImmutableArray<ConfigPath.Step> Steps(ConfigPath path) =>
        [new ConfigPath.Step.Member(ConfigMember), new ConfigPath.Step.Member(NameInFile(path.Key)), .. path.Steps];

    /// <summary>The key as the file spells it, which may be the old form; the usual spelling when the file has no such key.</summary>
    private string NameInFile(ConfigKey key)
    {
        var file = YamlFile.Parse(Path, Text);
        return file.Members(file.Map(file.Root, ConfigMember))
            .Select(member => member.Name)
            .LastOrDefault(name => ConfigKey.TryParse(name, project, out var candidate) && candidate == key, key.ToString());
    }

    private StackSettings Read(YamlFile file) => new()
    {
        SecretsProvider = file.Text(file.Root, ProviderMember),
        EncryptedKey = file.Text(file.Root, KeyMember),
        EncryptionSalt = file.Text(file.Root, SaltMember),
        Config = ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty.SetItems(
            file.Members(file.Map(file.Root, ConfigMember)).Select(member => KeyValuePair.Create(Key(file, member.Key), file.Value(member.Value)))),
        HasEnvironments = YamlFile.Find(file.Root, "environment") is YamlSequenceNode { Children.Count: > 0 } or YamlMappingNode { Children.Count: > 0 },
    };

    private ConfigKey Key(YamlFile file, YamlScalarNode node) =>
        ConfigKey.TryParse(node.Value, project, out var key)
            ? key
            : throw file.Fail(node, $"'{node.Value}' is not a configuration key; write <namespace>:<name>, such as {project}:{node.Value}.");
}
