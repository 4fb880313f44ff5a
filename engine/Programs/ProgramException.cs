namespace Provisioning.Engine.Programs;

/// <summary>A program that could not be started.</summary>
/// <param name="message">What is missing and what to do.</param>
/// <param name="innerException">What it was caused by.</param>
public sealed class ProgramException(string message, Exception? innerException = null) : Exception(message, innerException);
