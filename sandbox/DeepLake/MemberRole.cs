namespace Provisioning.Sandbox.DeepLake;

/// <summary>What a user may do in an organization; each includes the ones before.</summary>
internal enum MemberRole
{
    /// <summary>Reads.</summary>
    Read,

    /// <summary>Reads and writes data.</summary>
    Write,

    /// <summary>Also manages the organization, its workload identities included.</summary>
    Admin,
}
