using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>
/// Whatever happens to a document, reading it gives a diagnostic or a plan, within bounds of time and memory. Every bug that a run
/// found is a test of <see cref="FoundByFuzzingTests"/>.
/// </summary>
[Collection(FuzzRun.Collection)]
public sealed class FuzzingTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Most characters of a failing document that a report shows.</summary>
    private const int LongestShown = 4_000;

    /// <summary>Most processor time of a document in a long run.</summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    /// <summary>After this a document counts as one that is never read to its end; far above any machine's slowness.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("fuzzing").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Mutated_document_gives_a_diagnostic_or_a_plan()
    {
        FuzzRun run = FuzzRun.FromEnvironment();
        var mutator = new DocumentMutator(DocumentCorpus.Read());
        var trial = new DocumentTrial(folder, run.IsLong ? Budget : null);
        var figures = new FuzzFigures();
        for (int seed = run.Seed; seed < run.Seed + run.Count; seed++)
        {
            FuzzDocument document = mutator.Make(seed);
            TrialOutcome outcome = await Try(trial, document, seed);
            if (outcome.Failure.Length > 0)
            {
                FuzzDocument shrunken = Shrinking.Shrink(document, smaller => trial.Run(smaller).Failure == outcome.Failure);
                Assert.Fail(Report(seed, outcome, shrunken));
            }

            figures.Add(seed, outcome);
        }

        output.WriteLine(figures.ToString());
        Assert.True(figures.ValidDocuments >= run.Count / 200, $"Mutations leave too few documents valid: {figures}");
    }

    private static async Task<TrialOutcome> Try(DocumentTrial trial, FuzzDocument document, int seed)
    {
        try
        {
            return await Task.Run(() => trial.Run(document)).WaitAsync(Hang);
        }
        catch (TimeoutException)
        {
            // The thread that reads it cannot be stopped, so it is not shrunk.
            Assert.Fail(Report(seed, new TrialOutcome { Failure = "is not read to its end", Detail = $"within {Hang}" }, document));
            throw;
        }
    }

    private static string Report(int seed, TrialOutcome outcome, FuzzDocument document) =>
        $"""
        The document of seed {seed} {outcome.Failure}: {outcome.Detail}
        Repeat it with {FuzzRun.CountVariable}=1 {FuzzRun.SeedVariable}={seed}. As {document.Form}, {document.Text.Length} characters:
        {Show(document.Text)}
        """;

    private static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
        {
            if (character == '\n' || character is >= ' ' and <= '~')
                shown.Append(character);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.Length > LongestShown ? shown.Append('…').ToString() : shown.ToString();
    }
}
