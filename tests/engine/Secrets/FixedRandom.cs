using System.Security.Cryptography;

namespace Provisioning.Engine.Tests.Secrets;

/// <summary>Gives bytes of one value for each request: first the first value, then the second, and the last for ever.</summary>
internal sealed class FixedRandom(params byte[] values) : RandomNumberGenerator
{
    private int requests;

    public override void GetBytes(byte[] data) => Array.Fill(data, values[Math.Min(requests++, values.Length - 1)]);
}
