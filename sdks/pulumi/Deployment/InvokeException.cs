using Pulumirpc;

namespace Pulumi;

/// <summary>A function or method rejected its arguments.</summary>
/// <param name="token">The function.</param>
/// <param name="failures">What is wrong with which argument.</param>
internal sealed class InvokeException(string token, IEnumerable<CheckFailure> failures)
    : Exception($"Invoke of '{token}' failed: {string.Join("; ", failures.Select(Describe))}")
{
    private static string Describe(CheckFailure failure) =>
        failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})";
}
