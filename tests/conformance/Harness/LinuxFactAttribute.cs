namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A test that looks into Linux; skipped by name elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "There is no /proc.";
}
