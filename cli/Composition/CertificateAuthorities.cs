using System.Security.Cryptography.X509Certificates;

namespace Provisioning.Cli.Composition;

/// <summary>
/// The machine's certificate authorities. On Linux they are files, some hundred of them, which the process reads at its first TLS
/// connection, whomever that one trusts.
/// </summary>
internal static class CertificateAuthorities
{
    /// <summary>Begins to read them, so that they are there when the first connection needs them. Whether that works shows then.</summary>
    public static void ReadAhead()
    {
        if (OperatingSystem.IsLinux())
            _ = Task.Run(Read);
    }

    private static void Read()
    {
        using var authorities = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        foreach (var certificate in authorities.Certificates)
            certificate.Dispose();
    }
}
