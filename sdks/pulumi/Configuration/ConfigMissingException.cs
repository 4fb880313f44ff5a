namespace Pulumi;

/// <summary>A configuration value that the program needs is not there.</summary>
/// <param name="key">The full key.</param>
/// <param name="secret">Whether it is to be set as a secret.</param>
internal sealed class ConfigMissingException(string key, bool secret)
    : RunException(
        $"The configuration value '{key}' is missing.{Environment.NewLine}"
        + $"Set it with `pulumi config set {(secret ? "--secret " : "")}{key} <value>`.");
