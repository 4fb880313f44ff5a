using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration in one namespace. A value is looked up as <c>namespace:key</c>.</summary>
/// <remarks>
/// Values are text: booleans are <c>true</c> or <c>false</c>, numbers are in invariant culture, structures are JSON.
/// Get methods give null for a missing value, Require methods fail; both fail when a value is of another type. The
/// Secret methods give secret outputs, all others plain values, whether or not the value is stored as a secret.
/// </remarks>
public sealed class Config
{
    private const string LegacySuffix = ":config";
    private readonly Deployment deployment = Deployment.Required;
    private readonly string name;

    /// <summary>Reads the namespace of this name.</summary>
    /// <param name="name">The namespace; null for the project's name.</param>
    public Config(string? name = null)
    {
        name ??= deployment.Settings.Project;
        this.name = name.EndsWith(LegacySuffix, StringComparison.Ordinal) ? name[..^LegacySuffix.Length] : name;
    }

    /// <summary>Reads a string.</summary>
    public string? Get(string key) => deployment.Settings.Config.GetValueOrDefault(FullKey(key));

    /// <summary>Reads a boolean.</summary>
    public bool? GetBoolean(string key) => Read(key, "a boolean (true or false)", ParseBoolean);

    /// <summary>Reads an integer.</summary>
    public int? GetInt32(string key) =>
        Read(key, "an integer", text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : (int?)null);

    /// <summary>Reads a number.</summary>
    public double? GetDouble(string key) =>
        Read(key, "a number", text => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : (double?)null);

    /// <summary>Reads a structure.</summary>
    public T? GetObject<T>(string key, JsonSerializerOptions? options = null)
    {
        if (Get(key) is not { } text)
            return default;

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException failure)
        {
            throw WrongType(key, text, $"JSON of a {typeof(T).Name}", failure);
        }
    }

    /// <summary>Reads a secret string.</summary>
    public Output<string>? GetSecret(string key) => Secret(Get(key));

    /// <summary>Reads a secret boolean.</summary>
    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    /// <summary>Reads a secret integer.</summary>
    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    /// <summary>Reads a secret number.</summary>
    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    /// <summary>Reads a secret structure.</summary>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? options = null) =>
        GetObject<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>Reads a string that must be there.</summary>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>Reads a boolean that must be there.</summary>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>Reads an integer that must be there.</summary>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>Reads a number that must be there.</summary>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>Reads a structure that must be there.</summary>
    public T RequireObject<T>(string key, JsonSerializerOptions? options = null) =>
        Get(key) is null ? throw Missing(key) : GetObject<T>(key, options) ?? throw WrongType(key, "null", $"JSON of a {typeof(T).Name}");

    /// <summary>Reads a secret string that must be there.</summary>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key, secret: true);

    /// <summary>Reads a secret boolean that must be there.</summary>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key, secret: true);

    /// <summary>Reads a secret integer that must be there.</summary>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key, secret: true);

    /// <summary>Reads a secret number that must be there.</summary>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key, secret: true);

    /// <summary>Reads a secret structure that must be there.</summary>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? options = null) =>
        Get(key) is null ? throw Missing(key, secret: true) : Output.CreateSecret(RequireObject<T>(key, options));

    private static bool? ParseBoolean(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static Output<string>? Secret(string? value) => value is null ? null : Output.CreateSecret(value);

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } known ? Output.CreateSecret(known) : null;

    private T? Read<T>(string key, string expected, Func<string, T?> parse)
        where T : struct =>
        Get(key) is { } text ? parse(text) ?? throw WrongType(key, text, expected) : null;

    private string FullKey(string key) => $"{name}:{key}";

    private ConfigMissingException Missing(string key, bool secret = false) => new(FullKey(key), secret);

    /// <summary>The message shows the value, unless it is secret.</summary>
    private ConfigTypeException WrongType(string key, string value, string expected, JsonException? failure = null)
    {
        var isSecret = deployment.Settings.ConfigSecretKeys.Contains(FullKey(key));
        return new(FullKey(key), isSecret ? "[secret]" : $"'{value}'", expected, isSecret ? null : failure);
    }
}
