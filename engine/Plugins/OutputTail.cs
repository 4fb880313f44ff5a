namespace Provisioning.Engine.Plugins;

/// <summary>The last lines that a process printed. Thread-safe.</summary>
internal sealed class OutputTail
{
    private const int MaximumLines = 20;

    /// <summary>Guards the lines.</summary>
    private readonly Lock gate = new();
    private readonly Queue<string> lines = new();

    /// <summary>Adds a line; the oldest one goes when there are too many.</summary>
    public void Add(string line)
    {
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > MaximumLines)
                lines.Dequeue();
        }
    }

    /// <summary>The lines as the end of a sentence about the process; what to say when there are none.</summary>
    public override string ToString()
    {
        lock (gate)
            return lines.Count == 0 ? "It printed no error." : "It printed:\n" + string.Join('\n', lines);
    }
}
