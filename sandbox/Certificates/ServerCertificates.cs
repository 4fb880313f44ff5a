using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace Provisioning.Sandbox.Certificates;

/// <summary>
/// The certificates the endpoints show: one for localhost, and one for each name below it that a client asks for, as registries have
/// such names. A wildcard would not do: many clients refuse one directly below a top-level name.
/// </summary>
internal sealed class ServerCertificates(CertificateAuthority authority) : IDisposable
{
    private const string Default = "localhost";
    private const string Suffix = ".localhost";
    private const int Limit = 1000;

    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> _issued = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The certificate for the name in a client's greeting, or for localhost when it has none or another one.</summary>
    public X509Certificate2 Select(string? name)
    {
        var isBelow = name is not null && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && Uri.CheckHostName(name) is UriHostNameType.Dns;
        var known = isBelow && name is not null && _issued.Count < Limit ? name : Default;
        return _issued.GetOrAdd(known, asked => new Lazy<X509Certificate2>(() => authority.IssueServerCertificate(asked))).Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var certificate in _issued.Values.Where(certificate => certificate.IsValueCreated))
            certificate.Value.Dispose();
        authority.Dispose();
    }
}
