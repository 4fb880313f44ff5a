using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>
/// Reads documents and holds what comes out against what the loader promises. Every document lies in the folder's file while it is
/// read, so that one which ends the process is left there.
/// </summary>
/// <param name="folder">A folder of the trial's own.</param>
/// <param name="budget">Most processor time per document; null for no limit.</param>
internal sealed class DocumentTrial(string folder, TimeSpan? budget)
{
    /// <summary>Most bytes that reading one document, and planning it, may allocate.</summary>
    public const long MaxAllocatedBytes = 500_000_000;

    /// <summary>Times that a slow document is read again: other threads' time and compilation count as well.</summary>
    private const int Repeats = 3;

    private readonly string path = Path.Combine(folder, "stack.yaml");

    /// <summary>Tries a document.</summary>
    /// <param name="document">The document.</param>
    public TrialOutcome Run(FuzzDocument document)
    {
        TrialOutcome outcome = Measure(document);
        for (int repeat = 0; repeat < Repeats && outcome.Failure.Length == 0 && outcome.Processor > budget; repeat++)
            outcome = Measure(document);
        return outcome switch
        {
            { Failure.Length: > 0 } => outcome,
            { AllocatedBytes: > MaxAllocatedBytes } =>
                outcome with { Failure = "allocates too much", Detail = $"{outcome.AllocatedBytes} bytes of {MaxAllocatedBytes}" },
            _ when outcome.Processor > budget => outcome with { Failure = "takes too long", Detail = $"{outcome.Processor} of {budget}" },
            _ => outcome,
        };
    }

    private TrialOutcome Measure(FuzzDocument document)
    {
        File.WriteAllBytes(path, document.ToBytes());
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        TrialOutcome outcome = Judge(document);
        return outcome with
        {
            Processor = Environment.CpuUsage.TotalTime - processor,
            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated,
        };
    }

    private TrialOutcome Judge(FuzzDocument document)
    {
        try
        {
            LoadResult result = document.Form == DocumentForm.Memory ? Documents.Load(document.Text) : Documents.Loader.Load(path);
            if (result.IsValid)
                AccessPlan.Of(result.Document);
            return new TrialOutcome { Failure = BrokenPromise(result, document.LineCount), IsValid = result.IsValid };
        }
        catch (Exception exception)
        {
            return new TrialOutcome { Failure = $"throws {exception.GetType().Name}", Detail = $"{exception}" };
        }
    }

    private static string BrokenPromise(LoadResult result, int lines)
    {
        bool hasErrors = result.Diagnostics.Any(item => item.Severity == DiagnosticSeverity.Error);
        if (result.IsValid == hasErrors)
            return result.IsValid ? "gives out a document that has errors" : "gives neither a document nor an error";
        if (result.Diagnostics.Any(item => item.Span.Line < 1 || item.Span.Line > lines + 1))
            return "points outside of the document";
        return result.Diagnostics.Any(item => item.ToString().Any(char.IsControl)) ? "prints control characters" : "";
    }
}
