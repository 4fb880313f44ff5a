using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Rules;
using Provisioning.Infra.Model.Sections;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model;

/// <summary>
/// Reads stack documents. It reports every problem of a document in one run, throws for none, and gives out a document only when
/// it is whole. Safe to use from several threads.
/// </summary>
/// <param name="time">Tells the day that exemptions expire on.</param>
public sealed class StackDocumentLoader(TimeProvider time)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; diagnostics repeat it.</param>
    public LoadResult Load(string path)
    {
        var diagnostics = new DiagnosticBag(path);
        return ReadBytes(path, diagnostics) is { } bytes && YamlText.Decode(bytes, diagnostics) is { } text
            ? Load(path, text, diagnostics)
            : new LoadResult(null, diagnostics.ToImmutable());
    }

    /// <summary>Reads a document that is in memory already.</summary>
    /// <param name="path">What diagnostics call the document.</param>
    /// <param name="text">The document.</param>
    public LoadResult Load(string path, string text) => Load(path, text, new DiagnosticBag(path));

    private LoadResult Load(string path, string text, DiagnosticBag diagnostics)
    {
        if (text.Length > YamlText.MaxBytes)
        {
            diagnostics.Report(ReadingDiagnostics.TooLarge, SourceSpan.Start, $"{YamlText.MaxBytes}");
            return new LoadResult(null, diagnostics.ToImmutable());
        }

        StackDocument? document = YamlComposer.Compose(text, diagnostics) is { } root ? Bind(path, root, diagnostics) : null;
        if (document is null && !diagnostics.HasErrors)
            diagnostics.Report(ReadingDiagnostics.Empty, SourceSpan.Start);
        return new LoadResult(diagnostics.HasErrors ? null : document, diagnostics.ToImmutable());
    }

    private StackDocument? Bind(string path, YamlNode root, DiagnosticBag diagnostics)
    {
        if (root.IsNull)
            return null;
        var check = new ShapeCheck(diagnostics);
        StackShape.Document.Check(root, Place.Top, check);
        if (root is not YamlMapping mapping)
            return null;
        StackDocument document = new StackBinder(path, mapping, check, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Bind();
        DocumentRules.Check(document, diagnostics);
        IReadOnlySet<PolicyExemption> used = diagnostics.Apply(document.Policy);
        foreach (PolicyExemption exemption in document.Policy.Exemptions.Where(exemption => !used.Contains(exemption)))
            diagnostics.Report(PolicyDiagnostics.Unused, exemption.Span, exemption.Entry, exemption.Rule);
        return document;
    }

    private static byte[]? ReadBytes(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            var buffer = new byte[YamlText.MaxBytes + 1];
            return buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            diagnostics.Report(ReadingDiagnostics.Unreadable, SourceSpan.Start, Reason(exception));
            return null;
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "access is denied",
        _ => exception.Message.TrimEnd('.'),
    };
}
