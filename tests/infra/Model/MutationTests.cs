using System.Text;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Tests.Model;

/// <summary>Whatever happens to a document, the loader answers with a document or with an error at a place of the document.</summary>
public sealed class MutationTests
{
    private const int Rounds = 150;

    private static readonly string[] Scraps =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "&a ", "*a", "!!str ", "\"", "'", "|\n", ">-\n", "\n---\n", "\t", "#", "? ", "%YAML 1.2\n", "\0", "\u2028",
        "<<: *a\n", "~", "null", "existing: ", "${subscription}", "9999999999999999999999", "\U0001F600", "\\", "@", "`", "=", "\r",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20260701)]
    [InlineData(-77)]
    [InlineData(4711)]
    public void Mutated_document_never_throws(int seed)
    {
        var random = new Random(seed);
        string[] originals = [.. new[] { "local", "dev", "prod" }.Select(stack => File.ReadAllText(Repository.PathOf("stacks", $"{stack}.yaml")))];
        for (int round = 0; round < Rounds; round++)
        {
            string text = Mutate(originals[round % originals.Length], random);
            LoadResult result = Record(() => Documents.Load(text), $"seed {seed}, round {round}:\n{text}");
            int lines = text.Split('\n', '\r', '\u2028', '\u2029', '\u0085').Length;

            Assert.Equal(result.IsValid, result.Diagnostics.All(item => item.Severity != DiagnosticSeverity.Error));
            Assert.All(result.Diagnostics, item => Assert.InRange(item.Span.Line, 1, lines + 1));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: {")]
    [InlineData("&a *a ")]
    public void Endless_nesting_is_refused(string opening) =>
        Assert.False(Documents.Load(string.Concat(Enumerable.Repeat(opening, 100_000))).IsValid);

    [Fact]
    public void Document_at_the_size_limit_is_read_in_linear_time()
    {
        var text = new StringBuilder(Documents.Minimal).Append("identities:\n");
        for (int index = 0; index < 10_000; index++)
            text.Append($"  trainer{index}: {{ name: id-trainer-{index} }}\n");

        Assert.True(Documents.Load(text.ToString()).IsValid);
    }

    [Fact]
    public void Document_full_of_mistakes_is_read_in_linear_time()
    {
        var text = new StringBuilder(Documents.Minimal).Append("identities:\n");
        for (int index = 0; index < 5_000; index++)
            text.Append($"  an-identity-for-training-{index}: {{}}\n");
        text.Append("workloads:\n");
        for (int index = 0; index < 5_000; index++)
            text.Append($"  job{index}: {{ identity: an-identity-for-trainnig-{index}, runsOnn: 1 }}\n");

        Assert.True(Documents.Load(text.ToString()).Diagnostics.Length > 5_000);
    }

    private static LoadResult Record(Func<LoadResult> load, string description)
    {
        try
        {
            return load();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(description, exception);
        }
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (int change = random.Next(1, 6); change > 0 && mutated.Length > 0; change--)
        {
            int place = random.Next(mutated.Length);
            int length = Math.Min(random.Next(1, 40), mutated.Length - place);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(place, length);
                    break;
                case 1:
                    mutated.Insert(place, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    mutated.Insert(random.Next(mutated.Length), mutated.ToString(place, length));
                    break;
                case 3:
                    mutated[place] = (char)random.Next(0x250);
                    break;
                default:
                    mutated.Length = Math.Max(place, 1);
                    break;
            }
        }

        return mutated.ToString();
    }
}
