namespace Provisioning.Cli.Tests.Publishing;

/// <summary>A test that needs a shell; skipped by name on Windows.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "There is no /bin/sh." : null;
}
