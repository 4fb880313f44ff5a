namespace Provisioning.Cli.Composition;

/// <summary>
/// Puts off the first garbage collection. A command on a stack of up to about a thousand resources ends before that, and nearly all it
/// allocates lives as long as it does, so collecting would cost a quarter of its processor time and free next to nothing.
/// </summary>
internal static class FirstCollection
{
    /// <summary>What may be allocated before it, in bytes.</summary>
    private const long Budget = 128 << 20;

    /// <summary>The least memory, in bytes, of a machine or container where that much may be left uncollected.</summary>
    private const long LeastMemory = 1L << 30;

    /// <summary>Puts it off; called once, at the start. Afterwards collections come as they do without it.</summary>
    public static void PutOff()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= LeastMemory)
            GC.TryStartNoGCRegion(Budget);
    }
}
