using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Provisioning.Sandbox;

namespace Provisioning.Cli.Sandboxes;

/// <summary>HTTP that trusts a sandbox's private certificate authority and no other.</summary>
internal static class SandboxTransport
{
    /// <summary>A handler for the endpoints of a sandbox.</summary>
    public static HttpMessageHandler Create(SandboxConnection connection)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(connection.CertificatePath));
        var handler = LoopbackNames.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        handler.MaxConnectionsPerServer = 64;
        return handler;
    }
}
