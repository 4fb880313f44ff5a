namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Makes a failing document small enough to understand.</summary>
internal static class Shrinking
{
    /// <summary>Most trials; a slow failure must not hold up its own report.</summary>
    private const int MostTrials = 400;

    /// <summary>Takes lines out of a document, then characters, as long as it fails in the same way.</summary>
    /// <param name="document">A document that fails.</param>
    /// <param name="fails">Whether a document fails in the same way.</param>
    public static FuzzDocument Shrink(FuzzDocument document, Func<FuzzDocument, bool> fails)
    {
        int trials = MostTrials;
        bool Fails(string text) => trials-- > 0 && fails(document with { Text = text });
        string text = string.Join('\n', Without(document.Text.Split('\n'), lines => Fails(string.Join('\n', lines))));
        trials = MostTrials;
        return document with { Text = new string(Without(text.ToCharArray(), characters => Fails(new string(characters)))) };
    }

    /// <summary>Removes runs of parts, of half of them first and of single ones last.</summary>
    private static T[] Without<T>(T[] parts, Func<T[], bool> fails)
    {
        for (int run = Math.Max(1, parts.Length / 2); run > 0; run /= 2)
        {
            int at = 0;
            while (at < parts.Length)
            {
                T[] fewer = [.. parts[..at], .. parts[Math.Min(parts.Length, at + run)..]];
                if (fails(fewer))
                    parts = fewer;
                else
                    at += run;
            }
        }

        return parts;
    }
}
