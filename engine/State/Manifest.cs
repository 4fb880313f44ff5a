using System.Security.Cryptography;
using System.Text;

namespace Provisioning.Engine.State;

/// <summary>Which engine wrote a snapshot, and when.</summary>
/// <param name="Time">The moment of writing, in local time with its offset.</param>
/// <param name="Version">A Pulumi version such as <c>v3.260.0</c>, or empty.</param>
public sealed record Manifest(Timestamp Time, string Version)
{
    /// <summary>
    /// The Pulumi release whose formats and behaviour this engine follows; it stands in every snapshot, so that
    /// Pulumi's own CLI finds a version it knows.
    /// </summary>
    public const string CompatibleVersion = "v3.260.0";

    /// <summary>The manifest of a stack that was never deployed.</summary>
    public static Manifest None { get; } = new(default(Timestamp), "");

    /// <summary>Lower-case hex SHA-256 of the version; empty when the version is. It guards against edited files.</summary>
    public string Magic =>
        Version.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Version)));
}
