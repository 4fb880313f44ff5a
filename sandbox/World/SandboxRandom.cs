using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Provisioning.Sandbox.World;

/// <summary>Source of ids and chance: the operating system's, or a repeatable one when a seed is given. Safe for concurrent use.</summary>
internal sealed class SandboxRandom
{
    private readonly Lock _gate = new();
    private readonly Random? _seeded;
    private readonly string _start = "";

    /// <summary>Creates the source.</summary>
    /// <param name="seed">Start of a repeatable sequence, or null.</param>
    /// <param name="run">How often the sandbox has been started before, so that a restart does not repeat ids already given away.</param>
    public SandboxRandom(int? seed, int run = 0)
    {
        if (seed is not { } start)
            return;

        _seeded = new Random(unchecked((start * 397) ^ run));
        _start = $"{start} {run} ";
    }

    /// <summary>A new random UUID (version 4).</summary>
    public Guid NewGuid()
    {
        if (_seeded is null)
            return Guid.NewGuid();

        var bytes = NextBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Random bytes.</summary>
    public byte[] NextBytes(int count)
    {
        if (_seeded is null)
            return RandomNumberGenerator.GetBytes(count);

        var bytes = new byte[count];
        lock (_gate)
            _seeded.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A number from 0 up to but excluding 1. With a seed it follows from the text alone, whatever was drawn before.</summary>
    public double DoubleFor(string text)
    {
        if (_seeded is null)
            return Random.Shared.NextDouble();

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(_start + text));
        return (BinaryPrimitives.ReadUInt64BigEndian(digest) >> 11) * (1.0 / (1ul << 53));
    }
}
