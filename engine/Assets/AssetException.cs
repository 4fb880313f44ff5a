namespace Provisioning.Engine.Assets;

/// <summary>An asset or archive that cannot be read.</summary>
/// <param name="message">Which one, and what to do.</param>
/// <param name="innerException">What it was caused by.</param>
internal sealed class AssetException(string message, Exception? innerException = null) : Exception(message, innerException);
