namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Spelling
{
    private const int LongestWord = 64;

    /// <summary>A hint with the nearest known word; empty when none is near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words that would do.</param>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
            return "";
        string upper = word.ToUpperInvariant();
        string? nearest = known
            .Where(candidate => Math.Abs(word.Length - candidate.Length) <= Tolerance(word, candidate))
            .Select(candidate => (candidate, distance: Distance(upper, candidate.ToUpperInvariant())))
            .Where(item => item.distance <= Tolerance(word, item.candidate))
            .OrderBy(item => item.distance).ThenBy(item => item.candidate, StringComparer.Ordinal)
            .Select(item => item.candidate)
            .FirstOrDefault();
        return nearest is null ? "" : $"Did you mean '{nearest}'?";
    }

    private static int Tolerance(string word, string candidate) => Math.Max(1, Math.Min(word.Length, candidate.Length) / 3);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.</summary>
    private static int Distance(string left, string right)
    {
        // Three rows of the table are enough, and short enough for the stack: a document can make millions of tables.
        Span<int> before = stackalloc int[right.Length + 1], above = stackalloc int[right.Length + 1], row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            Span<int> oldest = before;
            before = above;
            above = row;
            row = oldest;
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }

        return row[right.Length];
    }
}
