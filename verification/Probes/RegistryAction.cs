namespace Provisioning.Verification.Probes;

/// <summary>What somebody may want to do with a container registry.</summary>
internal enum RegistryAction
{
    /// <summary>Pull images.</summary>
    Pull,

    /// <summary>Push images, which takes the right to pull too.</summary>
    Push,
}
