using System.Text.RegularExpressions;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Changes to words and characters: YAML syntax where none belongs, and keys that are other keys.</summary>
internal static partial class TokenMutations
{
    private static readonly string[] Tokens =
    [
        "[", "]", "{", "}", "[]", "{}", ",", ":", ": ", "- ", "? ", "&a ", "&a", "*a", "*a ", "&a *a", "!", "!!str ", "!!binary ", "!!map ", "!<tag:x> ",
        "!include ", "\"", "'", "|", "|\n", "|2-\n", "|0\n", ">-\n", ">+9\n", "\n---\n", "--- ", "\n...\n", "%YAML 1.2\n---\n", "%YAML 9.9\n---\n",
        "%TAG ! tag:a,2000:\n---\n", "%", "\t", "#", " #", "<<: *a\n", "<<: {}\n", "<<: [*a, *a]\n", "~", "null", "=", "`", "@", "\\", "\r", "\0", "\u0001",
        "\u0085", "\u00A0", "\u2028", "\uFEFF", "\uFFFE", "\uD800", "\uDC00", "\U0001F600", "\"\\x00\"", "\"\\ud800\"", "\"\\U00110000\"", "\"\\UFFFFFFFF\"",
        "\"\\z\"", "${subscription}", "${", "*", "existing: ", "auto", "name: ", "${{ x }}", "{{ x }}", "\n\n\n", ": &a\n", "? [a, b]\n: c\n",
    ];

    /// <summary>Every mutation of this kind.</summary>
    public static Func<string, Random, string>[] All { get; } = [Insert, ReplaceWord, RenameKey, SwapWords, Cut, Copy, Character];

    private static string Insert(string text, Random random) => text.Insert(random.Next(text.Length + 1), Token(random));

    private static string ReplaceWord(string text, Random random) => Change(text, Word().Matches(text), random, _ => Token(random));

    private static string RenameKey(string text, Random random)
    {
        MatchCollection keys = Key().Matches(text);
        return Change(text, keys, random, key => random.Next(3) == 0 ? key[1..] + key[0] : keys[random.Next(keys.Count)].Value);
    }

    private static string SwapWords(string text, Random random)
    {
        MatchCollection words = Word().Matches(text);
        return Change(text, words, random, _ => words[random.Next(words.Count)].Value);
    }

    private static string Cut(string text, Random random)
    {
        int place = random.Next(text.Length + 1);
        return text.Remove(place, Math.Min(random.Next(1, 40), text.Length - place));
    }

    private static string Copy(string text, Random random)
    {
        int place = random.Next(text.Length + 1);
        return text.Insert(random.Next(text.Length + 1), text.Substring(place, Math.Min(random.Next(1, 200), text.Length - place)));
    }

    private static string Character(string text, Random random)
    {
        int place = random.Next(text.Length + 1);
        return text[..place] + (char)random.Next(random.Next(2) == 0 ? 0x250 : 0x1_0000) + text[Math.Min(place + 1, text.Length)..];
    }

    private static string Token(Random random) => Tokens[random.Next(Tokens.Length)];

    private static string Change(string text, MatchCollection places, Random random, Func<string, string> change)
    {
        if (places.Count == 0)
            return text;
        Match place = places[random.Next(places.Count)];
        return string.Concat(text.AsSpan(0, place.Index), change(place.Value), text.AsSpan(place.Index + place.Length));
    }

    [GeneratedRegex(@"[^\s,:\[\]{}""']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[A-Za-z_][\w-]*(?=:)")]
    private static partial Regex Key();
}
