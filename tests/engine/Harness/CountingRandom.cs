using System.Security.Cryptography;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Random bytes that are the same in every run, and different in every call of it.</summary>
internal sealed class CountingRandom : RandomNumberGenerator
{
    private int calls;

    public override void GetBytes(byte[] data)
    {
        Array.Clear(data);
        BitConverter.TryWriteBytes(data, Interlocked.Increment(ref calls));
    }
}
