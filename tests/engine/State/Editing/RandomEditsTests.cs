using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Engine.Tests.State.Editing;

/// <summary>
/// Random states and random edits: whatever an edit does, the state after it keeps the rules, can be written and read, and
/// what was not meant is the same to the byte.
/// </summary>
public sealed class RandomEditsTests
{
    private readonly StateBytes bytes = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ADeletion_LeavesTheRestAsItWas(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var urn = RandomState.AnyUrn(random, before);

        var edit = new ResourceDeletion(Force: true, TargetDependents: true).Delete(before, urn);

        var gone = edit.Resources.Select(resource => resource.Urn).ToHashSet();
        Assert.Contains(urn, gone);
        var expected = (await bytes.ResourcesOfAsync(before)).Where(resource => !gone.Contains(resource.Urn));
        Assert.Equal(expected, await bytes.ResourcesOfAsync(edit.Snapshot));
        Assert.All(gone.Where(other => other != urn), other => Assert.Contains(edit.Resources, resource => resource.Urn == other && RefersTo(resource, gone)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ACautiousDeletion_IsRefusedOrTakesTheOneResource(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var urn = RandomState.AnyUrn(random, before);
        var isProtected = before.Resources.Any(resource => resource.Urn == urn && resource.Protect);
        var isNeeded = before.Resources.Any(resource => resource.Urn != urn && RefersTo(resource, [urn]));

        StateEdit? edit = null;
        var refusal = Record.Exception(() => edit = new ResourceDeletion(Force: false, TargetDependents: false).Delete(before, urn)) as StateEditException;

        Assert.Equal(
            isProtected ? StateEditRefusal.Protected : isNeeded ? StateEditRefusal.HasDependents : null,
            refusal?.Refusal);
        if (edit is not null)
            Assert.Equal((await bytes.ResourcesOfAsync(before)).Where(resource => resource.Urn != urn), await bytes.ResourcesOfAsync(edit.Snapshot));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ARename_ThatIsTakenBack_LeavesTheFileAsItWas(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var urn = before.Resources[random.Next(1, before.Resources.Length)].Urn;
        var target = urn.Renamed(urn.QualifiedType, "neu::1");
        var file = await bytes.OfAsync(before);

        var renamed = ResourceRenaming.Rename(before, urn, "neu::1").Snapshot;

        var changed = await bytes.OfAsync(renamed);
        Assert.DoesNotContain(urn.ToString() + "\"", changed, StringComparison.Ordinal);
        Assert.DoesNotContain(urn.ToString() + "::", changed, StringComparison.Ordinal);
        Assert.Contains(target.ToString(), changed, StringComparison.Ordinal);
        Assert.Equal(
            (await bytes.ResourcesOfAsync(before)).Where(resource => !resource.Text.Contains(urn.ToString(), StringComparison.Ordinal)),
            (await bytes.ResourcesOfAsync(renamed)).Where(resource => !resource.Text.Contains(target.ToString(), StringComparison.Ordinal)));
        Assert.Equal(file, await bytes.OfAsync(ResourceRenaming.Rename(renamed, target, urn.Name).Snapshot));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AnUnprotection_ChangesNothingElse(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var urn = RandomState.AnyUrn(random, before);

        var edit = ResourceProtection.Unprotect(before, urn);

        Assert.All(edit.Resources, resource => Assert.Equal(urn, resource.Urn));
        Assert.DoesNotContain(edit.Snapshot.Resources, resource => resource.Urn == urn && resource.Protect);
        Assert.Equal(
            (await bytes.ResourcesOfAsync(before)).Select(resource => resource.Urn == urn ? resource with { Text = Unprotected(resource.Text) } : resource),
            await bytes.ResourcesOfAsync(edit.Snapshot));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AShuffledState_IsPutInOrderWithoutChangingAResource(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var shuffled = before.Resources.ToArray();
        random.Shuffle(shuffled);

        var repair = SnapshotRepair.Plan(before with { Resources = [.. shuffled] });

        Assert.Equal(
            (await bytes.ResourcesOfAsync(before)).Select(resource => resource.Text).Order(StringComparer.Ordinal),
            (await bytes.ResourcesOfAsync(repair.Snapshot)).Select(resource => resource.Text).Order(StringComparer.Ordinal));
        Assert.Empty(SnapshotRepair.Plan(repair.Snapshot).Steps);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AStateThatLostAResource_IsMendedAndLosesNoOther_OrIsLeftToABackup(int seed)
    {
        var random = new Random(seed);
        var before = RandomState.Next(random);
        var lost = RandomState.AnyUrn(random, before);
        var damaged = before with { Resources = before.Resources.RemoveAll(resource => resource.Urn == lost) };

        SnapshotRepair? repair = null;
        var refusal = Record.Exception(() => repair = SnapshotRepair.Plan(damaged)) as StateEditException;

        if (refusal is not null)
        {
            Assert.Equal(StateEditRefusal.BeyondRepair, refusal.Refusal);
            Assert.Contains(damaged.Resources, resource => resource.Provider?.Urn == lost);
            return;
        }

        Assert.NotNull(repair);
        Assert.Equal(damaged.Resources.Select(resource => (resource.Id, resource.Delete)), repair.Snapshot.Resources.Select(resource => (resource.Id, resource.Delete)));
        Assert.DoesNotContain(lost.ToString() + "\"", await bytes.OfAsync(repair.Snapshot), StringComparison.Ordinal);
        var named = repair.Steps.Select(step => step.Resource).ToHashSet();
        var isPlain = damaged.Resources.Where(resource => !RefersTo(resource, [.. named, lost])).Select(resource => resource.Urn).ToHashSet();
        Assert.Equal(
            (await bytes.ResourcesOfAsync(before)).Where(resource => isPlain.Contains(resource.Urn)),
            (await bytes.ResourcesOfAsync(repair.Snapshot)).Where(resource => isPlain.Contains(resource.Urn)));
    }

    private static bool RefersTo(ResourceState resource, HashSet<Urn> targets) =>
        (resource.Provider is { } provider && targets.Contains(provider.Urn)) || ResourceReferences.Of(resource).Any(reference => targets.Contains(reference.Target));

    private static string Unprotected(string resource) => resource.Replace(",\"protect\":true", "", StringComparison.Ordinal);
}
