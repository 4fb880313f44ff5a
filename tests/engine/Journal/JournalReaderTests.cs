using System.Buffers;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Journal;

public sealed class JournalReaderTests : IDisposable
{
    private readonly JournalScenario scenario = new();

    public void Dispose() => scenario.Dispose();

    [Fact]
    public async Task ATailTornAtAnyByte_LeavesTheWholeEntriesBeforeIt()
    {
        var content = await WriteJournal();
        for (var length = 0; length <= content.Length; length++)
        {
            await File.WriteAllBytesAsync(scenario.JournalPath, content[..length]);

            var snapshot = await scenario.RecoverAsync();

            var whole = content[..length].Count(character => character == '\n');
            Assert.Equal(whole == 0 ? null : whole - 1, snapshot?.PendingOperations.Length);
        }
    }

    [Fact]
    public async Task ATailOfNoise_IsLeftOut()
    {
        var content = await WriteJournal();

        await File.WriteAllBytesAsync(scenario.JournalPath, [.. content, .. new byte[300], (byte)'\n', .. "garbage\n"u8]);

        Assert.Equal(3, (await scenario.RecoverAsync())?.PendingOperations.Length);
    }

    [Fact]
    public async Task AnyChangedByteBeforeTheLastFlush_IsNoticed()
    {
        var content = await WriteJournal();
        var lastLine = Array.LastIndexOf(content, (byte)'\n', content.Length - 2);
        for (var position = 0; position < lastLine; position += 7)
        {
            var damaged = content.ToArray();
            damaged[position] ^= 0x01;
            await File.WriteAllBytesAsync(scenario.JournalPath, damaged);

            var failure = await Assert.ThrowsAsync<StateException>(scenario.RecoverAsync);

            Assert.Equal(StateErrorCode.JournalDamaged, failure.Code);
            Assert.Contains(scenario.JournalPath, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AHoleInTheLastFlush_IsATornTail()
    {
        var content = new ArrayBufferWriter<byte>();
        new JournalLine(0, 0, JournalRecordWriter.Write(new JournalHeader(JournalScenario.Stack.FullName, ""))).WriteTo(content);
        new JournalLine(1, 2, """{"end":null,"keepsPlace":true}"""u8.ToArray()).WriteTo(content);
        content.Write("hole\n"u8);
        new JournalLine(1, 0, """{"end":null,"keepsPlace":true}"""u8.ToArray()).WriteTo(content);

        var journal = JournalReader.Parse(content.WrittenMemory, "journal");

        Assert.Single(journal?.Entries ?? []);
    }

    [Theory]
    [InlineData("""{"journal":0,"stack":"organization/registry/dev","base":""}""", StateErrorCode.UnsupportedVersion)]
    [InlineData("""{"journal":3,"stack":"organization/registry/dev","base":""}""", StateErrorCode.UnsupportedVersion)]
    [InlineData("""{"journal":1,"stack":"organization/registry/other","base":""}""", StateErrorCode.WrongStack)]
    public async Task AnotherJournal_IsRefused(string header, StateErrorCode code)
    {
        await scenario.OpenAsync();
        await File.WriteAllBytesAsync(scenario.JournalPath, new JournalLine(0, 0, System.Text.Encoding.UTF8.GetBytes(header)).ToUtf8());

        Assert.Equal(code, (await Assert.ThrowsAsync<StateException>(scenario.RecoverAsync)).Code);
    }

    [Fact]
    public void ALine_ReadsBackAsWritten()
    {
        var written = new JournalLine(12, 3, "{}"u8.ToArray()).ToUtf8();

        var line = JournalLine.TryParse(written[..^1]) ?? throw new InvalidOperationException();

        Assert.Equal((12, 3, "{}"), (line.Flush, line.Remaining, System.Text.Encoding.UTF8.GetString(line.Json.Span)));
    }

    /// <summary>A header and three entries, each in a flush of its own.</summary>
    private async Task<byte[]> WriteJournal()
    {
        var journal = await scenario.OpenAsync();
        foreach (var name in new[] { "a", "b", "c" })
            await journal.BeginAsync(JournalScenario.Creating(name), CancellationToken.None);
        await journal.DisposeAsync();
        return await File.ReadAllBytesAsync(scenario.JournalPath);
    }
}
