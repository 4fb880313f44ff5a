using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Certificates;

/// <summary>
/// The private authority behind the sandbox's TLS (ECDSA, P-256). Made on first use; its key stays in the state directory, readable by
/// its owner alone, and nothing is ever added to the system's trust store: clients are told the certificate's path.
/// </summary>
internal sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(90);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    private readonly X509Certificate2 _certificate;
    private readonly TimeProvider _clock;

    private CertificateAuthority(X509Certificate2 certificate, string certificatePath, TimeProvider clock)
    {
        _certificate = certificate;
        _clock = clock;
        CertificatePath = certificatePath;
    }

    /// <summary>PEM file with the authority's certificate, for clients to trust.</summary>
    public string CertificatePath { get; }

    /// <summary>Opens the authority of a state directory, or makes one.</summary>
    /// <param name="directory">Where the authority's files are.</param>
    /// <param name="clock">The machine's clock: clients judge validity by theirs, not by a simulated one.</param>
    public static CertificateAuthority Open(StateDirectory directory, TimeProvider clock)
    {
        var certificatePath = directory.PathOf("ca.pem");
        var keyPath = directory.PathOf("ca.key");
        if (!File.Exists(certificatePath) || !File.Exists(keyPath))
            Create(directory, certificatePath, keyPath, clock.GetUtcNow());
        return new CertificateAuthority(X509Certificate2.CreateFromPemFile(certificatePath, keyPath), certificatePath, clock);
    }

    /// <summary>Signs a certificate for a name, and for 127.0.0.1 and ::1.</summary>
    /// <param name="name">localhost, or a name below it.</param>
    public X509Certificate2 IssueServerCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));

        var now = _clock.GetUtcNow();
        using var signed = request.Create(_certificate, now - ClockSkew, now + ServerLifetime, RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(key);

        // Some platforms refuse keys that exist in memory only; a round trip through PKCS #12 gives them a usable one.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    private static void Create(StateDirectory directory, string certificatePath, string keyPath, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Provisioning sandbox", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(now - ClockSkew, now + AuthorityLifetime);

        directory.Write(keyPath, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        directory.Write(certificatePath, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
    }
}
