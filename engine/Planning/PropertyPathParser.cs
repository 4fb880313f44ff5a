using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Provisioning.Engine.Planning;

/// <summary>Reads one property path from left to right.</summary>
internal sealed class PropertyPathParser(string text)
{
    private int position;

    /// <summary>The steps of the path.</summary>
    public ImmutableArray<PropertyPathSegment> Parse()
    {
        var segments = ImmutableArray.CreateBuilder<PropertyPathSegment>();
        while (position < text.Length)
        {
            if (text[position] == '[')
            {
                position++;
                segments.Add(Bracket());
                continue;
            }

            if (segments.Count > 0)
            {
                if (text[position] != '.')
                    throw Malformed("expected '.' or '['");
                position++;
            }

            segments.Add(Bare());
        }

        return segments.ToImmutable();
    }

    private PropertyPathSegment Bare()
    {
        var start = position;
        while (position < text.Length && text[position] is not ('.' or '['))
            position++;
        if (position == start)
            throw Malformed("expected a name");
        return text[start..position] is var name && name == "*" ? new PropertyPathSegment.Wildcard() : new PropertyPathSegment.Name(name);
    }

    private PropertyPathSegment Bracket()
    {
        if (position < text.Length && text[position] == '"')
        {
            position++;
            var name = Quoted();
            Expect(']');
            return new PropertyPathSegment.Name(name);
        }

        var end = text.IndexOf(']', position);
        if (end < 0)
            throw Malformed("expected ']'");
        var content = text[position..end];
        if (content != "*" && !int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw Malformed("expected an index, '*' or a quoted name");
        position = end + 1;
        return content == "*"
            ? new PropertyPathSegment.Wildcard()
            : new PropertyPathSegment.Index(int.Parse(content, CultureInfo.InvariantCulture));
    }

    private string Quoted()
    {
        var name = new StringBuilder();
        for (; position < text.Length; position++)
        {
            if (text[position] == '"')
            {
                position++;
                return name.ToString();
            }

            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == '"')
                position++;
            name.Append(text[position]);
        }

        throw Malformed("expected a closing quote");
    }

    private void Expect(char expected)
    {
        if (position >= text.Length || text[position] != expected)
            throw Malformed($"expected '{expected}'");
        position++;
    }

    private FormatException Malformed(string expectation) =>
        new($"'{text}' is not a property path: {expectation} at character {position + 1}.");
}
