using System.Collections.Immutable;
using System.Globalization;
using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Projects;

/// <summary>
/// Makes the configuration of a program: a stack's settings first, then the defaults that the project declares.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="stack">The stack's name, for messages.</param>
/// <param name="secrets">Decrypts the settings' secrets.</param>
public sealed class ConfigResolver(Project project, string stack, ISecretsManager secrets)
{
    /// <summary>Resolves the configuration.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="validate">Whether what the project declares must be there, of its type, and encrypted if it says so.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    /// <exception cref="ProjectException">Values are missing or wrong; the message names all of them.</exception>
    /// <exception cref="SecretsException">A secret cannot be decrypted.</exception>
    public async Task<ProgramConfiguration> ResolveAsync(StackSettings settings, bool validate, CancellationToken cancellationToken)
    {
        if (settings.HasEnvironments)
        {
            throw new ProjectException(
                $"The settings of '{stack}' name environments under 'environment', which only Pulumi Cloud can resolve; move their values to 'config'.");
        }

        if (validate)
            CheckDeclarations(settings);

        var values = ProgramConfiguration.Empty.Values.ToBuilder();
        var secretKeys = ProgramConfiguration.Empty.SecretKeys.ToBuilder();
        foreach (var (key, value) in WithDefaults(project, settings))
        {
            var plain = await DecryptAsync(value, cancellationToken).ConfigureAwait(false);
            if (validate && Declaration(key) is { Type: { } type } && !Fits(plain, type))
                throw new ProjectException($"The configuration value '{key}' of the stack '{stack}' must be of type {type}; change it with 'config set'.");
            values[key.ToString()] = plain is ConfigValue.Plain scalar ? scalar.Text : ConfigJson.Text(plain);
            if (value.IsSecret)
                secretKeys.Add(key.ToString());
        }

        return new ProgramConfiguration(values.ToImmutable(), secretKeys.ToImmutable());
    }

    /// <summary>The value with every secret in plain text.</summary>
    public async Task<ConfigValue> DecryptAsync(ConfigValue value, CancellationToken cancellationToken)
    {
        switch (value)
        {
            case ConfigValue.Plain:
                return value;
            case ConfigValue.Secure secure:
                return ConfigValue.FromString(await secrets.DecryptAsync(secure.Ciphertext, cancellationToken).ConfigureAwait(false));
            case ConfigValue.List list:
                var items = ImmutableArray.CreateBuilder<ConfigValue>(list.Items.Length);
                foreach (var item in list.Items)
                    items.Add(await DecryptAsync(item, cancellationToken).ConfigureAwait(false));
                return new ConfigValue.List(items.MoveToImmutable());
            case ConfigValue.Map map:
                var members = ConfigValue.Map.Empty.Members.ToBuilder();
                foreach (var (name, member) in map.Members)
                    members[name] = await DecryptAsync(member, cancellationToken).ConfigureAwait(false);
                return new ConfigValue.Map(members.ToImmutable());
            default:
                throw new InvalidOperationException($"Unhandled configuration value {value.GetType()}.");
        }
    }

    private static bool Fits(ConfigValue value, ConfigType type) => type switch
    {
        ConfigType.String => value is ConfigValue.Plain,
        ConfigType.Integer => value is ConfigValue.Plain { Text: var text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsInteger(number),
        ConfigType.Boolean => value is ConfigValue.Plain { Text: "true" or "false" },
        ConfigType.Object => value is ConfigValue.Map,
        ConfigType.Array array => value is ConfigValue.List list && list.Items.All(item => Fits(item, array.Items)),
        _ => throw new InvalidOperationException($"Unhandled type {type}."),
    };

    private void CheckDeclarations(StackSettings settings)
    {
        var missing = project.Config.Where(declaration => declaration.Default is null && !settings.Config.ContainsKey(declaration.Key)).ToList();
        if (missing.Count > 0)
        {
            var lines = missing.Select(declaration => $"\n  {declaration.Key}{(declaration.Description.Length > 0 ? $" ({declaration.Description})" : "")}");
            throw new ProjectException($"The stack '{stack}' is missing configuration values; set each with 'config set <key> <value>':{string.Concat(lines)}");
        }

        var plain = project.Config.FirstOrDefault(declaration => declaration.Secret && settings.Config.TryGetValue(declaration.Key, out var value) && !value.IsSecret);
        if (plain is not null)
            throw new ProjectException($"The configuration value '{plain.Key}' of the stack '{stack}' must be encrypted; set it again with 'config set --secret'.");
    }

    /// <summary>The configuration with the defaults that the project declares, secrets encrypted.</summary>
    public static ImmutableSortedDictionary<ConfigKey, ConfigValue> WithDefaults(Project project, StackSettings settings)
    {
        var values = settings.Config;
        foreach (var declaration in project.Config)
        {
            if (declaration.Default is { } value && !values.ContainsKey(declaration.Key))
                values = values.Add(declaration.Key, value);
        }

        return values;
    }

    private ConfigDeclaration? Declaration(ConfigKey key) => project.Config.FirstOrDefault(declaration => declaration.Key == key);
}
