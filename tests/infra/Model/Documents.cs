using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Model;

/// <summary>Loads documents on a fixed day.</summary>
internal static class Documents
{
    /// <summary>The least that a document has to say.</summary>
    public const string Minimal = "location: westeurope\nresourceGroup: rg\n";

    /// <summary>A loader on 1 July 2026.</summary>
    public static StackDocumentLoader Loader { get; } = new(new FixedTime(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));

    /// <summary>Loads a text.</summary>
    public static LoadResult Load(string text) => Loader.Load("stack.yaml", text);

    /// <summary>Loads a text that has no errors.</summary>
    public static StackDocument LoadValid(string text)
    {
        LoadResult result = Load(text);
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
