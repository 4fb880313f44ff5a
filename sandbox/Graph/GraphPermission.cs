namespace Provisioning.Sandbox.Graph;

/// <summary>What an operation demands of its caller.</summary>
internal enum GraphPermission
{
    /// <summary>Reading applications and service principals.</summary>
    ReadApplications,

    /// <summary>Creating, changing and deleting them.</summary>
    WriteApplications,
}
