namespace Provisioning.Engine.Providers;

/// <summary>No provider of a package can be had: there is none, or it does not start.</summary>
/// <param name="message">Where it was looked for or how it failed, and what to do.</param>
/// <param name="innerException">What it was caused by.</param>
public sealed class ProviderNotFoundException(string message, Exception? innerException = null) : Exception(message, innerException);
