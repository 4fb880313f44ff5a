using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;
using Record = Provisioning.Sandbox.SandboxHost.StoredRuns;

namespace Provisioning.Sandbox.Tests.World;

public sealed class WorldTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StateDirectory _state;

    public WorldTests() => _state = StateDirectory.Hold(Path.Combine(_directory.Path, "state"));

    public void Dispose()
    {
        _state.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Records_come_back_by_key_without_regard_to_case()
    {
        await using (var world = SandboxWorld.Open(_state))
        {
            world.Table<Record>("things").Put("Key", new Record(1));
            world.Table<Record>("things").Put("KEY", new Record(2));
            world.Table<Record>("others").Put("key", new Record(3));
        }

        await using var again = SandboxWorld.Open(_state);

        Assert.Equal(new Record(2), Assert.Single(again.Table<Record>("things").All()));
        Assert.Equal(new Record(3), again.Table<Record>("others").Find("kEy"));
    }

    [Fact]
    public async Task Removed_records_stay_away()
    {
        await using (var world = SandboxWorld.Open(_state))
        {
            var table = world.Table<Record>("things");
            table.Put("one", new Record(1));
            Assert.True(table.Remove("one"));
            Assert.False(table.Remove("one"));
        }

        await using var again = SandboxWorld.Open(_state);

        Assert.Empty(again.Table<Record>("things").All());
    }

    [Fact]
    public async Task Taken_key_is_not_added_twice()
    {
        await using var world = SandboxWorld.Open(_state);
        var table = world.Table<Record>("things");

        Assert.True(table.TryAdd("one", new Record(1)));
        Assert.False(table.TryAdd("ONE", new Record(2)));
        Assert.Equal(new Record(3), table.Update("one", record => new Record(record.Count + 2)));
        Assert.Null(table.Update("two", record => record));
    }

    [Fact]
    public async Task Opening_leaves_only_what_still_holds_in_the_file()
    {
        await using (var world = SandboxWorld.Open(_state))
        {
            for (var number = 0; number < 100; number++)
                world.Table<Record>("things").Put("one", new Record(number));
        }

        await using (SandboxWorld.Open(_state))
        {
        }

        Assert.Single(await File.ReadAllLinesAsync(_state.PathOf("world.jsonl")));
    }

    [Theory]
    [InlineData("{\"table\":\"things\",\"key\":\"torn\",\"va")]
    [InlineData("\0\0\0\0")]
    public async Task Unfinished_last_line_is_left_out(string rest)
    {
        await using (var world = SandboxWorld.Open(_state))
            world.Table<Record>("things").Put("whole", new Record(1));
        await File.AppendAllTextAsync(_state.PathOf("world.jsonl"), rest);

        await using var again = SandboxWorld.Open(_state);

        Assert.Equal(new Record(1), Assert.Single(again.Table<Record>("things").All()));
    }

    [Fact]
    public void Seeded_ids_repeat_from_run_to_run_of_the_same_number_only()
    {
        Assert.Equal(new SandboxRandom(7, 1).NewGuid(), new SandboxRandom(7, 1).NewGuid());
        Assert.NotEqual(new SandboxRandom(7, 1).NewGuid(), new SandboxRandom(7, 2).NewGuid());
        Assert.Equal(4, new SandboxRandom(7).NewGuid().Version);
    }
}
