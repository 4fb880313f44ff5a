namespace Pulumi;

/// <summary>A message that could not be delivered to the engine.</summary>
/// <param name="innerException">Why.</param>
public sealed class LogException(Exception innerException)
    : Exception($"A message could not be logged: {innerException.Message}", innerException);
