using System.Text.RegularExpressions;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Values of another type, at the edge of their range, or nearly of the expected form.</summary>
internal static partial class ValueMutations
{
    private static readonly string[] Values =
    [
        "", "~", "null", "true", "FALSE", "yes", "0", "-1", "+7", "0x7fffffff", "0o17", "1e999", ".inf", ".nan", "2147483648", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "1.5", "'1'", "\"\"", "' '", "[]", "{}", "[[]]", "[~]", "[a, a]",
        "[{}]", "{ a: b }", "{ name: x }", "{ ? a : b }", "{ existing: x }", "{ existing: ~ }", "auto", "*", "x*", "&x y", "*x", "!!int 3", "!!binary aGk=",
        "|\n  text\n", ">\n  text\n", "2026-02-30", "0001-01-01", "9999-12-31", "PT0S", "P1D", "PT999999999999999999H", "-PT1S", "P1Y", "PT", "10675200d",
        "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "/", "//", "/subscriptions", "/subscriptions/${subscription}",
        "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.X", "/subscriptions/x/resourceGroups/rg/providers/A/b/c/d/e/f",
        "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/b",
        "https://", "https://x", "https://[::1", "https://[::1]/", "http://login", "https://a:99999/", "https://xn--/", "https://\u0130/", "https://a/%zz",
        "file:///etc", "https://login.microsoftonline.com//v2.0", "repo:a/b:ref:*", "repo:a/b:ref:refs/heads/main", "a/b", "a/b/c", "/", "a/", "@", "a@b", "a.b",
        ".", "..", "identities.", ".x", "identities.trainer.x", "system", "none", "100m", "0m", "1Gi", "99999999999Ei", "1e3", "-1Gi", "Standard_DS3_v2", "İ", "ß",
        "\U0001F600", "\"\\0\"", "\"\\u2028\"", "\"a\\nb\"", "a b", "A", "-", "--", "_", "a-", "-a", "{0}", "{", "\"{0} {1} {9}\"", "\"%s\"",
    ];

    /// <summary>Every mutation of this kind.</summary>
    public static Func<string, Random, string>[] All { get; } = [Replace, ReplaceWithOther, Remove];

    private static string Replace(string text, Random random) => Change(text, random, _ => Values[random.Next(Values.Length)]);

    private static string ReplaceWithOther(string text, Random random) =>
        Change(text, random, values => values[random.Next(values.Count)].Value);

    private static string Remove(string text, Random random) => Change(text, random, _ => "");

    private static string Change(string text, Random random, Func<MatchCollection, string> value)
    {
        MatchCollection values = Value().Matches(text);
        if (values.Count == 0)
            return text;
        Match place = values[random.Next(values.Count)];
        return string.Concat(text.AsSpan(0, place.Index), value(values), text.AsSpan(place.Index + place.Length));
    }

    /// <summary>What stands behind a key or the dash of an item: a scalar or collection in one line, or nothing.</summary>
    [GeneratedRegex(@"(?<=(?::|-) )(?:\[[^\]\n]*\]|\{[^}\n]*\}|[^\n,}\]]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
