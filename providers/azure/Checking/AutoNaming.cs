using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Checking;

/// <summary>Makes names from the engine's seed, so that the same seed gives the same name.</summary>
internal static class AutoNaming
{
    private const int SuffixLength = 8;

    /// <summary>The name of a resource that has none.</summary>
    /// <param name="kind">The type's rule; not <see cref="AutoName.None"/>.</param>
    /// <param name="logicalName">The resource's name in the program.</param>
    /// <param name="urn">The resource's URN; sets resources with equal seeds apart.</param>
    /// <param name="seed">The engine's random seed.</param>
    public static string Make(AutoName kind, string logicalName, string urn, ReadOnlySpan<byte> seed)
    {
        Span<byte> entropy = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(urn)], entropy);
        return kind switch
        {
            AutoName.Random => logicalName + Convert.ToHexStringLower(entropy)[..SuffixLength],
            AutoName.Copy => logicalName,
            AutoName.Uuid => ToUuid(entropy[..16]).ToString(),
            AutoName.None => throw new ArgumentException("The type has no automatic names.", nameof(kind)),
            _ => throw new InvalidOperationException($"Unhandled kind of automatic name {kind}."),
        };
    }

    /// <summary>A version 4 UUID (RFC 9562) of 16 bytes of entropy.</summary>
    private static Guid ToUuid(Span<byte> bytes)
    {
        const int version = 6;
        const int variant = 8;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[version..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(bytes[version..]) & 0x0FFF) | 0x4000));
        bytes[variant] = (byte)((bytes[variant] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
