namespace Provisioning.Bench.Measuring;

/// <summary>What a process wrote below a folder, by the system calls it made.</summary>
/// <param name="Bytes">Bytes written to files, copies included.</param>
/// <param name="Flushes">Calls that flush a file or folder to the disk.</param>
internal sealed record Writes(long Bytes, int Flushes);
