namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A theory that needs the emulator; skipped by name where it is absent.</summary>
internal sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = Azurite.Absent;
}
