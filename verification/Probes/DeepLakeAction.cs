namespace Provisioning.Verification.Probes;

/// <summary>What somebody may want to do in an organization of Deep Lake.</summary>
internal enum DeepLakeAction
{
    /// <summary>See its workspaces, as every member does.</summary>
    Member,

    /// <summary>Delete workload identities, as its administrators do. A workload identity must not be able to.</summary>
    Administer,
}
