using System.Collections.Immutable;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Engine.Tests.State.Editing;

public sealed class StateEditTests
{
    private static readonly ResourceState Stack = new() { Urn = Urn.Create("dev", "shop", null, "pulumi:pulumi:Stack", "shop-dev"), Custom = false };
    private static readonly ResourceState Provider = Resource("pulumi:providers:a", "default", null) with { Id = "p1" };
    private static readonly ResourceState Parent = Resource("a:b:Component", "parent", Stack) with { Custom = false, Id = "" };
    private static readonly ResourceState Child = Resource("a:b:C", "child", Parent) with { Provider = ProviderReference.Of(Provider) };
    private static readonly ResourceState User = Resource("a:b:C", "user", Stack) with { Dependencies = [Child.Urn] };
    private static readonly Snapshot State = Snapshot.Empty with { Resources = [Stack, Provider, Parent, Child, User] };
    private static readonly ResourceDeletion Careful = new(Force: false, TargetDependents: false);

    [Fact]
    public void ADeletion_OfWhatOthersReferTo_NamesThem()
    {
        var refusal = Assert.Throws<StateEditException>(() => Careful.Delete(State, Parent.Urn));

        Assert.Equal(StateEditRefusal.HasDependents, refusal.Refusal);
        Assert.EndsWith($"--target-dependents:\n  {Child.Urn}\n  {User.Urn}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeletion_WithDependents_TakesThoseAtSecondHandToo()
    {
        var edit = (Careful with { TargetDependents = true }).Delete(State, Provider.Urn);

        Assert.Equal([Provider.Urn, Child.Urn, User.Urn], edit.Resources.Select(resource => resource.Urn));
        Assert.Equal([Stack.Urn, Parent.Urn], edit.Snapshot.Resources.Select(resource => resource.Urn));
    }

    [Fact]
    public void ADeletion_WhoseDependentIsProtected_NeedsForce()
    {
        var state = State with { Resources = State.Resources.Replace(User, User with { Protect = true }) };

        var refusal = Assert.Throws<StateEditException>(() => (Careful with { TargetDependents = true }).Delete(state, Child.Urn));

        Assert.Equal(StateEditRefusal.Protected, refusal.Refusal);
        Assert.Contains($"'{User.Urn}' is protected", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, new ResourceDeletion(Force: true, TargetDependents: true).Delete(state, Child.Urn).Resources.Length);
    }

    [Fact]
    public void ADeletion_TakesThePendingOperationsOfTheResource_AndWhatIsBeingCreatedCountsAsDependent()
    {
        var creation = new PendingOperation(Resource("a:b:C", "next", Stack) with { Dependencies = [User.Urn] }, OperationKind.Creating);
        var state = State with { PendingOperations = [new(User, OperationKind.Updating), creation] };

        var refusal = Assert.Throws<StateEditException>(() => Careful.Delete(state, User.Urn));
        var edit = (Careful with { TargetDependents = true }).Delete(state, User.Urn);

        Assert.Contains(creation.Resource.Urn.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Empty(edit.Snapshot.PendingOperations);
    }

    [Fact]
    public void ADeletionOfEverything_IsRefusedWhileSomethingIsProtected()
    {
        var state = State with { Resources = State.Resources.Replace(User, User with { Protect = true }) };

        Assert.Throws<StateEditException>(() => Careful.DeleteAll(state));
        Assert.Empty((Careful with { Force = true }).DeleteAll(state).Snapshot.Resources);
    }

    [Fact]
    public void AMissingResource_IsSaid()
    {
        var missing = Parent.Urn.Renamed("a:b:C", "missing");

        foreach (var edit in (Action[])[() => Careful.Delete(State, missing), () => ResourceProtection.Unprotect(State, missing), () => ResourceRenaming.Rename(State, missing, "x")])
            Assert.Equal(StateEditRefusal.NoSuchResource, Assert.Throws<StateEditException>(edit).Refusal);
    }

    [Fact]
    public void ARename_ChangesEveryReference_AndNotTheUrnsOfChildren()
    {
        var pending = new PendingOperation(User with { DeletedWith = Parent.Urn }, OperationKind.Updating);

        var edited = ResourceRenaming.Rename(State with { PendingOperations = [pending] }, Parent.Urn, "team").Snapshot;

        var team = Parent.Urn.Renamed(Parent.Urn.QualifiedType, "team");
        Assert.Equal([Stack.Urn, Provider.Urn, team, Child.Urn, User.Urn], edited.Resources.Select(resource => resource.Urn));
        Assert.Equal(team, edited.Resources[3].Parent);
        Assert.Equal(team, edited.PendingOperations[0].Resource.DeletedWith);
    }

    [Fact]
    public void ARename_OfAProvider_IsFollowedByItsResources()
    {
        var edited = ResourceRenaming.Rename(State, Provider.Urn, "other").Snapshot;

        Assert.Equal("urn:pulumi:dev::shop::pulumi:providers:a::other::p1", edited.Resources[3].Provider?.ToString());
        SnapshotIntegrity.Verify(edited);
    }

    [Theory]
    [InlineData("child", "user", "there is a resource")]
    [InlineData("child", " ", "give a name")]
    [InlineData("shop-dev", "x", "the stack itself")]
    public void ARename_ToWhatCannotBe_IsRefused(string from, string to, string reason)
    {
        var state = State with { Resources = State.Resources.Add(Resource("a:b:C", "user", Parent)) };

        var refusal = Assert.Throws<StateEditException>(() => ResourceRenaming.Rename(state, state.Resources.First(resource => resource.Urn.Name == from).Urn, to));

        Assert.Equal(StateEditRefusal.UnusableName, refusal.Refusal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARepair_OfASoundState_DoesNothing() => Assert.Equal((State, 0), (SnapshotRepair.Plan(State).Snapshot, SnapshotRepair.Plan(State).Steps.Length));

    [Fact]
    public void ARepair_MovesForgetsAndRenames_AndSaysSo()
    {
        var repair = SnapshotRepair.Plan(State with { Resources = [Stack, User with { DeletedWith = Parent.Urn }, Child, Provider] });

        var orphan = Child.Urn.Renamed("a:b:C", "child");
        Assert.Equal(
            [
                new RepairStep(Provider.Urn, $"moved before '{Child.Urn}', which refers to it"),
                new RepairStep(Child.Urn, $"moved before '{User.Urn}', which refers to it"),
                new RepairStep(Child.Urn, $"forgets its parent '{Parent.Urn}', which is missing"),
                new RepairStep(Child.Urn, $"becomes '{orphan}'"),
                new RepairStep(User.Urn, $"forgets its 'deletedWith' '{Parent.Urn}', which is missing"),
            ],
            repair.Steps.AsEnumerable());
        Assert.Equal([Stack.Urn, Provider.Urn, orphan, User.Urn], repair.Snapshot.Resources.Select(resource => resource.Urn));
        Assert.Equal(orphan, Assert.Single(repair.Snapshot.Resources[3].Dependencies));
    }

    public static TheoryData<string, ResourceState[]> BeyondRepair => new()
    {
        { "refer to each other", [Parent with { Parent = null, Dependencies = [User.Urn] }, User with { Parent = null, Dependencies = [Parent.Urn] }] },
        { "refer to each other", [User with { Parent = null, Dependencies = [User.Urn] }] },
        { "the provider", [Child with { Parent = null }] },
        { "there twice", [Provider, Provider with { Id = "p2" }] },
    };

    [Theory]
    [MemberData(nameof(BeyondRepair))]
    public void ARepair_ThatWouldNeedAGuess_IsRefused(string reason, ResourceState[] resources)
    {
        var refusal = Assert.Throws<StateEditException>(() => SnapshotRepair.Plan(Snapshot.Empty with { Resources = [.. resources] }));

        Assert.Equal(StateEditRefusal.BeyondRepair, refusal.Refusal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARepair_OfALongChainInReverse_ReachesItsEnd()
    {
        var chain = Enumerable.Range(0, 20_000)
            .Select(index => Resource("a:b:C", $"r{index}", null) with { Dependencies = index == 0 ? [] : [Parent.Urn.Renamed("a:b:C", $"r{index - 1}")] })
            .Reverse()
            .ToImmutableArray();

        var repair = SnapshotRepair.Plan(Snapshot.Empty with { Resources = chain });

        Assert.Equal("r0", repair.Snapshot.Resources[0].Urn.Name);
        Assert.Equal(19_999, repair.Steps.Length);
    }

    private static ResourceState Resource(string type, string name, ResourceState? parent) =>
        new() { Urn = Urn.Create("dev", "shop", parent?.Urn, type, name), Custom = true, Id = name, Parent = parent?.Urn };
}
