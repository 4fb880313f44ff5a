namespace Pulumi;

/// <summary>A configuration value is not of the type that the program asks for.</summary>
/// <param name="key">The full key.</param>
/// <param name="value">The value as the message shows it.</param>
/// <param name="expected">The type that is expected.</param>
/// <param name="innerException">Why it cannot be read.</param>
internal sealed class ConfigTypeException(string key, string value, string expected, Exception? innerException = null)
    : RunException($"The configuration value '{key}' is {value}, which is not {expected}.", innerException);
