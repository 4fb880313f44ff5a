using System.Security.Cryptography;

namespace Provisioning.Engine.Journal;

/// <summary>The first record of a journal.</summary>
/// <param name="Stack">The full name of the stack.</param>
/// <param name="BaseDigest">The digest of the checkpoint that the entries are about; empty when there was none.</param>
internal sealed record JournalHeader(string Stack, string BaseDigest)
{
    /// <summary>The version of the format that is written, see docs/journal-format.md. Those before it are read as well.</summary>
    public const int FormatVersion = 2;

    /// <summary>The digest of a checkpoint's content: lower-case hex SHA-256.</summary>
    public static string DigestOf(ReadOnlySpan<byte> checkpoint) => Convert.ToHexStringLower(SHA256.HashData(checkpoint));
}
