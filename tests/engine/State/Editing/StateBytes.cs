using System.Text.Json;
using Provisioning.Engine.Backends;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.State.Editing;

/// <summary>What the states of one stack look like in its file.</summary>
internal sealed class StateBytes
{
    private readonly CheckpointSerializer serializer;
    private readonly FakeSecretsManager secrets = new();

    public StateBytes() => serializer = new CheckpointSerializer(secrets);

    /// <summary>The file of a state, which is sound and can be read back, or the test fails.</summary>
    public async Task<string> OfAsync(Snapshot snapshot)
    {
        var file = await serializer.WriteCheckpointAsync(new StackReference("shop", "dev"), snapshot, CancellationToken.None);
        var read = await new CheckpointSerializer(secrets).ReadAsync(StateDocument.ParseCheckpoint(file, "the file"), secrets, CancellationToken.None);
        Assert.Equal(snapshot.Resources.Select(resource => resource.Urn), read.Resources.Select(resource => resource.Urn));
        return System.Text.Encoding.UTF8.GetString(file.Span);
    }

    /// <summary>The text of each resource in the file of a state, in order, with its URN.</summary>
    public async Task<IReadOnlyList<(Urn Urn, string Text)>> ResourcesOfAsync(Snapshot snapshot)
    {
        using var file = JsonDocument.Parse(await OfAsync(snapshot));
        return file.RootElement.GetProperty("checkpoint").GetProperty("latest").TryGetProperty("resources", out var resources)
            ? [.. resources.EnumerateArray().Select(resource => (Urn.Parse(resource.GetProperty("urn").GetString() ?? ""), resource.GetRawText()))]
            : [];
    }
}
