namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Makes documents out of a corpus. The same seed always makes the same document.</summary>
/// <param name="corpus">The documents to start from.</param>
internal sealed class DocumentMutator(string[] corpus)
{
    /// <summary>One document in so many is one of the large ones, which take most of the time.</summary>
    private const int LargeEvery = 25;

    /// <summary>Makes one document.</summary>
    /// <param name="seed">Which one.</param>
    public FuzzDocument Make(int seed)
    {
        var random = new Random(seed);
        string text = corpus[random.Next(corpus.Length)];
        for (int count = random.Next(1, 6); count > 0; count--)
            text = Mutate(text, random);
        if (random.Next(LargeEvery) == 0)
            text = One(SizeMutations.All, random)(text, random);
        var document = new FuzzDocument(text, random.Next(2) == 0 ? DocumentForm.Memory : DocumentForm.Utf8);
        return random.Next(4) == 0 ? One(EncodingMutations.All, random)(document, random) : document;
    }

    private string Mutate(string text, Random random) => random.Next(8) switch
    {
        0 or 1 => One(LineMutations.All, random)(text, random),
        2 or 3 or 4 => One(TokenMutations.All, random)(text, random),
        5 or 6 => One(ValueMutations.All, random)(text, random),
        _ => Splice(text, random),
    };

    /// <summary>Puts some lines of another document in.</summary>
    private string Splice(string text, Random random)
    {
        string[] lines = text.Split('\n'), other = One(corpus, random).Split('\n');
        int from = random.Next(other.Length), at = random.Next(lines.Length);
        return string.Join('\n', [.. lines[..at], .. other[from..Math.Min(other.Length, from + random.Next(1, 15))], .. lines[at..]]);
    }

    private static T One<T>(T[] choices, Random random) => choices[random.Next(choices.Length)];
}
