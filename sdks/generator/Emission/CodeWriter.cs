using System.Text;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Collects C# text line by line and keeps the indentation.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool atBlockStart = true;

    /// <summary>Writes a line, or several when the text holds line ends.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            text.Append(line.Length == 0 ? string.Empty : new string(' ', depth * 4)).Append(line).Append('\n');
        }

        atBlockStart = false;
    }

    /// <summary>Writes an empty line, except directly after the start of a block.</summary>
    public void Separate()
    {
        if (!atBlockStart)
        {
            text.Append('\n');
        }
    }

    /// <summary>Writes a header and an opening brace; what follows is indented until <see cref="Close"/>.</summary>
    public void Open(string header)
    {
        Write(header);
        Write("{");
        depth++;
        atBlockStart = true;
    }

    /// <summary>Ends the innermost block.</summary>
    public void Close()
    {
        depth--;
        Write("}");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
