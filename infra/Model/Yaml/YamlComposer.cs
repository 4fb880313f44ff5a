using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Provisioning.Infra.Model.Yaml;

/// <summary>
/// Builds the tree of one document from YamlDotNet's events. It keeps to limits on depth and on the size with aliases written
/// out, and turns every oddity into a diagnostic.
/// </summary>
internal sealed class YamlComposer
{
    /// <summary>Most levels of mappings and lists.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most values of a document with its aliases written out.</summary>
    public const int MaxWeight = 50_000;

    private readonly IParser parser;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<string, YamlNode?> anchors = new(StringComparer.Ordinal);

    private YamlComposer(IParser parser, DiagnosticBag diagnostics)
    {
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <returns>Its top; null when it has none or cannot be read to the end.</returns>
    public static YamlNode? Compose(string text, DiagnosticBag diagnostics)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(new Scanner(reader, skipComments: true));
        try
        {
            return new YamlComposer(parser, diagnostics).ComposeStream();
        }
        catch (YamlException exception)
        {
            SourceSpan span = TabIndentation(text) ?? SpanOf(exception.Start, exception.End);
            diagnostics.Report(ReadingDiagnostics.Syntax, span, exception.Message.TrimEnd('.'));
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16 lets its own bookkeeping errors out for some unclosed flow collections.
            Mark place = parser.Current?.End ?? Mark.Empty;
            diagnostics.Report(ReadingDiagnostics.Syntax, SpanOf(place, place), "a bracket or brace is not closed");
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // YamlDotNet 16 takes escapes from \U80000000 on for negative numbers, which pass its check for characters.
            Mark place = parser.Current?.End ?? Mark.Empty;
            diagnostics.Report(ReadingDiagnostics.Syntax, SpanOf(place, place), "an escape such as \\UFFFFFFFF is not a character");
            return null;
        }
        catch (LimitExceededException)
        {
            return null;
        }
    }

    private YamlNode? ComposeStream()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        YamlNode root = ComposeNode(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out _))
        {
            var second = parser.Consume<DocumentStart>();
            diagnostics.Report(ReadingDiagnostics.SeveralDocuments, SpanOf(second.Start, second.End));
        }

        return root;
    }

    private YamlNode ComposeNode(int depth)
    {
        if (parser.Accept<AnchorAlias>(out _))
            return Resolve(parser.Consume<AnchorAlias>());

        if (parser.Current is not NodeEvent start)
            throw new InvalidOperationException($"Expected a YAML node, met {parser.Current}.");
        if (depth > MaxDepth)
            Stop(ReadingDiagnostics.TooDeep, SpanOf(start.Start, start.End), MaxDepth);
        if (!start.Anchor.IsEmpty)
            anchors[start.Anchor.Value] = null;

        YamlNode node = start switch
        {
            Scalar => ComposeScalar(parser.Consume<Scalar>()),
            SequenceStart => ComposeSequence(depth),
            MappingStart => ComposeMapping(depth),
            _ => throw new InvalidOperationException($"Unknown YAML event {start}."),
        };
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            diagnostics.Report(ReadingDiagnostics.Tag, node.Span, start.Tag.Value);
            node = new YamlBroken(node.Span);
        }

        if (!start.Anchor.IsEmpty)
            anchors[start.Anchor.Value] = node;
        return node;
    }

    private static YamlScalar ComposeScalar(Scalar scalar) =>
        new(SpanOf(scalar.Start, scalar.End), scalar.Value, YamlScalarTypes.Of(scalar.Value, scalar.Style));

    private YamlSequence ComposeSequence(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        int weight = 1;
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ComposeNode(depth + 1));
            weight = Add(weight, items[^1]);
        }

        return new YamlSequence(SpanOf(start.Start, parser.Consume<SequenceEnd>().End), weight, items.ToImmutable());
    }

    private YamlMapping ComposeMapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var pairs = ImmutableArray.CreateBuilder<YamlPair>();
        var keys = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        int weight = 1;
        while (!parser.Accept<MappingEnd>(out _))
        {
            YamlNode key = ComposeNode(depth + 1);
            YamlNode value = ComposeNode(depth + 1);
            weight = Add(Add(weight, key), value);
            if (key is not YamlScalar { IsNull: false } name)
                diagnostics.Report(ReadingDiagnostics.KeyNotText, key.Span, key.Kind);
            else if (!keys.TryAdd(name.Text, name.Span))
                diagnostics.Report(ReadingDiagnostics.DuplicateKey, name.Span, name.Text, keys[name.Text].ToString());
            else
                pairs.Add(new YamlPair(name, value));
        }

        return new YamlMapping(SpanOf(start.Start, parser.Consume<MappingEnd>().End), weight, pairs.ToImmutable());
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        SourceSpan span = SpanOf(alias.Start, alias.End);
        if (!anchors.TryGetValue(alias.Value.Value, out YamlNode? node))
            diagnostics.Report(ReadingDiagnostics.UnknownAlias, span, alias.Value.Value);
        else if (node is null)
            diagnostics.Report(ReadingDiagnostics.CyclicAlias, span, alias.Value.Value);
        return node ?? new YamlBroken(span);
    }

    private int Add(int weight, YamlNode node)
    {
        if (weight + node.Weight > MaxWeight)
            Stop(ReadingDiagnostics.ExpansionTooLarge, node.Span, MaxWeight);
        return weight + node.Weight;
    }

    private void Stop(DiagnosticDescriptor descriptor, SourceSpan span, int limit)
    {
        diagnostics.Report(descriptor, span, $"{limit}");
        throw new LimitExceededException();
    }

    /// <summary>The first line that a tab indents: the most likely cause of a syntax error, which YamlDotNet reports far above it.</summary>
    private static SourceSpan? TabIndentation(string text)
    {
        int line = 0;
        foreach (ReadOnlySpan<char> content in text.AsSpan().EnumerateLines())
        {
            line++;
            int column = content.IndexOfAnyExcept(' ') + 1;
            if (column > 0 && content[column - 1] == '\t')
                return new SourceSpan(line, column, line, column + 1);
        }

        return null;
    }

    private static SourceSpan SpanOf(in Mark start, in Mark end) =>
        new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    /// <summary>Unwinds the composition once a limit is passed; the diagnostic has been reported.</summary>
    private sealed class LimitExceededException : Exception;
}
