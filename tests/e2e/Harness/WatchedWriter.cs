using System.Text;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>Collects what a command writes, and shows each line to a watcher as it comes. Safe for concurrent use.</summary>
/// <param name="onLine">Sees each line.</param>
internal sealed class WatchedWriter(Action<string> onLine) : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _all = new();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        string line;
        lock (_gate)
        {
            _all.Append(value);
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            line = _line.ToString();
            _line.Clear();
        }

        onLine(line);
    }

    public override string ToString()
    {
        lock (_gate)
            return _all.ToString();
    }
}
