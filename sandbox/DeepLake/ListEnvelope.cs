namespace Provisioning.Sandbox.DeepLake;

/// <summary>What a list of workload identities comes in. The service uses all of these somewhere; which one here is not documented.</summary>
internal enum ListEnvelope
{
    /// <summary>The array itself.</summary>
    Bare,

    /// <summary>An object with the member <c>workload_identities</c>.</summary>
    Named,

    /// <summary>An object with the member <c>data</c>.</summary>
    Data,
}
