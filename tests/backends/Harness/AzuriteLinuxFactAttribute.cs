namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A test that needs the emulator and a system that tells whether a process has ended; skipped by name elsewhere.</summary>
internal sealed class AzuriteLinuxFactAttribute : FactAttribute
{
    public AzuriteLinuxFactAttribute() => Skip = Azurite.Absent ?? (OperatingSystem.IsLinux() ? null : "Only Linux tells processes apart for ever.");
}
