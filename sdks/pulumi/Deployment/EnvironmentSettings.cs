using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Provisioning.Protocol.Values;
using Pulumi.Hosting;

namespace Pulumi;

/// <summary>Reads what a language host tells a program in environment variables.</summary>
internal static class EnvironmentSettings
{
    /// <summary>Connects to the engine that started this process.</summary>
    /// <exception cref="InvalidOperationException">No engine started it.</exception>
    public static EngineConnection Connect() => new(Require("PULUMI_MONITOR"), Require("PULUMI_ENGINE"));

    /// <summary>The settings of the deployment that started this process.</summary>
    /// <exception cref="InvalidOperationException">A variable is not set, or cannot be read.</exception>
    public static DeploymentSettings Read(EngineConnection connection) =>
        new()
        {
            Monitor = connection.Monitor,
            Engine = connection.Engine,
            Project = Require("PULUMI_PROJECT"),
            Stack = Require("PULUMI_STACK"),
            Organization = Find("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = Find("PULUMI_ROOT_DIRECTORY") ?? Environment.CurrentDirectory,
            IsDryRun = Parse<bool>("PULUMI_DRY_RUN", bool.TryParse),
            Parallel = Parse<int>("PULUMI_PARALLEL", (string text, out int value) => int.TryParse(text, CultureInfo.InvariantCulture, out value)),
            Config = ReadConfig(),
            ConfigSecretKeys = ReadConfigSecretKeys(),
        };

    /// <summary>The configuration by <c>namespace:key</c>; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> ReadConfig() =>
        ReadJson("PULUMI_CONFIG", ConfigurationJson.Default.ImmutableSortedDictionaryStringString) is { } config
            ? config.ToDictionary(entry => NormalizeKey(entry.Key), entry => entry.Value)
            : [];

    /// <summary>The keys of the configuration whose values are secret.</summary>
    public static IReadOnlyCollection<string> ReadConfigSecretKeys() =>
        ReadJson("PULUMI_CONFIG_SECRET_KEYS", ConfigurationJson.Default.StringArray) is { } keys ? keys.Select(NormalizeKey).ToHashSet() : [];

    private delegate bool Parser<T>(string text, out T value);

    private static T Parse<T>(string variable, Parser<T> parse) =>
        parse(Require(variable), out var value) ? value : throw Unreadable(variable);

    private static string Require(string variable) =>
        Find(variable) ?? throw new InvalidOperationException(
            $"The program was not started by an engine: {variable} is not set. Run it with `pulumi up` or `./provision up`.");

    private static string? Find(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static T? ReadJson<T>(string variable, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Find(variable) is { } text ? JsonSerializer.Deserialize(text, type) : null;
        }
        catch (JsonException)
        {
            // Not the inner exception either: configuration may hold secrets.
            throw Unreadable(variable);
        }
    }

    private static InvalidOperationException Unreadable(string variable) =>
        new($"The environment variable {variable} cannot be read. Run the program with `pulumi up` or `./provision up`, which set it.");

    /// <summary>Old engines write <c>namespace:config:key</c>.</summary>
    private static string NormalizeKey(string key) =>
        key.Split(':', 3) is [var name, "config", var rest] ? $"{name}:{rest}" : key;
}
