using System.Text.Json;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Configuration;

/// <summary>The settings of one provider: configuration first, then the environment.</summary>
internal sealed class ProviderSettings
{
    private readonly Dictionary<string, string> configured;
    private readonly Func<string, string?> environment;

    private ProviderSettings(string package, Dictionary<string, string> configured, Func<string, string?> environment)
    {
        Package = package;
        this.configured = configured;
        this.environment = environment;
    }

    /// <summary>The package that is configured: <c>azure-native</c> or <c>azuread</c>.</summary>
    public string Package { get; }

    /// <summary>Reads the settings that the engine sends; lists and booleans are JSON text.</summary>
    public static ProviderSettings Read(string package, ConfigureRequest request, Func<string, string?> environment)
    {
        var prefix = package + ":config:";
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in PropertyMarshaller.Unmarshal(request.Args).Plain())
        {
            if (value.AsText() is { } text)
                values[key] = text;
            else if (value is PropertyValue.BoolValue flag)
                values[key] = flag.Value ? "true" : "false";
        }

        foreach (var (key, value) in request.Variables.Where(variable => variable.Key.StartsWith(prefix, StringComparison.Ordinal)))
            values[key[prefix.Length..]] = value;
        return new ProviderSettings(package, values, environment);
    }

    /// <summary>The value of a setting; empty when it is not given.</summary>
    public string Get(Setting setting)
    {
        if (configured.TryGetValue(setting.Name, out var value) && value.Length > 0)
            return value;
        return setting.Variables.Select(environment).FirstOrDefault(variable => !string.IsNullOrEmpty(variable)) ?? "";
    }

    /// <summary>Whether a switch is on: the text <c>true</c>.</summary>
    public bool IsOn(Setting setting) => string.Equals(Get(setting), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The items of a list, which is JSON text.</summary>
    public IReadOnlyList<string> List(Setting setting)
    {
        var text = Get(setting);
        if (text.Length == 0)
            return [];

        try
        {
            return JsonSerializer.Deserialize(text, ConfigurationJson.Default.StringArray) ?? [];
        }
        catch (JsonException failure)
        {
            throw new RpcException(
                RpcStatusCode.InvalidArgument, $"{Package}:{setting.Name} must be a JSON list of strings, such as [\"<tenant id>\"].", failure);
        }
    }

    /// <summary>The values of settings that must be given.</summary>
    /// <exception cref="RpcException">One is missing; the detail names all that are.</exception>
    public void Require(string purpose, params IReadOnlyList<Setting> settings)
    {
        var missing = new ConfigureErrorMissingKeys();
        foreach (var setting in settings.Where(setting => Get(setting).Length == 0))
        {
            missing.MissingKeys.Add(new ConfigureErrorMissingKeys.Types.MissingKey
            {
                Name = $"{Package}:{setting.Name}",
                Description = setting.Variables.Count > 0
                    ? $"{purpose}; may also be given as {string.Join(" or ", setting.Variables)}"
                    : purpose,
            });
        }

        if (missing.MissingKeys.Count > 0)
        {
            var names = string.Join(", ", missing.MissingKeys.Select(key => key.Name));
            throw new RpcException(
                RpcStatusCode.InvalidArgument,
                $"The provider {Package} lacks {names}: {purpose}. Set it with 'config set', or {EnvironmentHint(settings)}.",
                missing);
        }
    }

    private static string EnvironmentHint(IReadOnlyList<Setting> settings) =>
        "export " + string.Join(", ", settings.SelectMany(setting => setting.Variables));
}
