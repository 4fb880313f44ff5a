namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A theory that needs a shell; skipped by name on Windows.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "There is no /bin/sh." : null;
}
