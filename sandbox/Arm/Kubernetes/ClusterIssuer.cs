using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>The issuer of a cluster's service-account tokens: one of the sandbox's own, named after the cluster.</summary>
internal static class ClusterIssuer
{
    /// <summary>Name of the issuer.</summary>
    public static string NameOf(ArmId cluster) => cluster.Name.ToLowerInvariant();

    /// <summary>The issuer's <c>iss</c>. Asking makes the issuer exist.</summary>
    public static string UrlOf(ArmId cluster, SandboxContext sandbox) => sandbox.Issuers.Get(NameOf(cluster)).Issuer;
}
