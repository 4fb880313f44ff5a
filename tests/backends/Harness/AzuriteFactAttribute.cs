namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A test that needs the emulator; skipped by name where it is absent.</summary>
internal sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.Absent;
}
