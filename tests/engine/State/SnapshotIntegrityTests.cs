using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.State;

public sealed class SnapshotIntegrityTests
{
    private static readonly ResourceState Provider = Resource("pulumi:providers:a", "default") with { Id = "p1" };
    private static readonly ResourceState Parent = Resource("a:b:C", "parent");
    private static readonly ResourceState Child = Resource("a:b:C", "child");

    public static TheoryData<string, StateErrorCode, string, ResourceState[]> Broken => new()
    {
        { "component with id", StateErrorCode.ComponentWithId, "the id 'x'", [Parent with { Custom = false, Id = "x" }] },
        { "provider missing", StateErrorCode.UnknownProvider, "::p1'", [Child with { Provider = ProviderReference.Of(Provider) }] },
        { "provider later", StateErrorCode.UnknownProvider, "::p1'", [Child with { Provider = ProviderReference.Of(Provider) }, Provider] },
        { "provider of another id", StateErrorCode.UnknownProvider, "::p2'", [Provider, Child with { Provider = new(Provider.Urn, "p2") }] },
        { "parent missing", StateErrorCode.MissingReference, "parent 'urn:pulumi:dev::registry::a:b:C::parent' of", [Child with { Parent = Parent.Urn }] },
        { "parent later", StateErrorCode.WrongOrder, "comes before its parent", [Child with { Parent = Parent.Urn }, Parent] },
        { "own parent", StateErrorCode.WrongOrder, "comes before its parent", [Child with { Parent = Child.Urn }] },
        { "dependency missing", StateErrorCode.MissingReference, "the dependency", [Child with { Dependencies = [Parent.Urn] }] },
        { "dependency later", StateErrorCode.WrongOrder, "its dependency", [Child with { Dependencies = [Parent.Urn] }, Parent] },
        { "property dependency missing", StateErrorCode.MissingReference, "through 'size'", [Child with { PropertyDependencies = Through("size") }] },
        { "property dependency later", StateErrorCode.WrongOrder, "through 'size'", [Child with { PropertyDependencies = Through("size") }, Parent] },
        { "deletedWith missing", StateErrorCode.MissingReference, "'deletedWith'", [Child with { DeletedWith = Parent.Urn }] },
        { "deletedWith later", StateErrorCode.WrongOrder, "'deletedWith'", [Child with { DeletedWith = Parent.Urn }, Parent] },
        { "replaceWith missing", StateErrorCode.MissingReference, "'replaceWith'", [Child with { ReplaceWith = [Parent.Urn] }] },
        { "twice", StateErrorCode.DuplicateUrn, "there twice", [Child, Child with { Delete = true }, Child with { Id = "2" }] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void ABrokenRule_IsNamedWithItsResource(string rule, StateErrorCode code, string reason, ResourceState[] resources)
    {
        var failure = Assert.Throws<StateException>(() => SnapshotIntegrity.Verify(Snapshot.Empty with { Resources = [.. resources] }));

        Assert.Equal(code, failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Contains("urn:pulumi:dev::registry::a:b:C::", StringComparison.Ordinal), rule);
        Assert.EndsWith("Run 'state repair', or restore a backup by 'stack import'.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOrderedState_IsSound() => SnapshotIntegrity.Verify(Snapshot.Empty with
    {
        Resources =
        [
            Provider, Parent, Child with { Delete = true, Id = "1" }, Child with { Delete = true, Id = "2" },
            Child with { Parent = Parent.Urn, Provider = ProviderReference.Of(Provider), Dependencies = [Parent.Urn], PropertyDependencies = Through("size") },
        ],
    });

    [Fact]
    public void AMissingProvider_IsAllowedWhileAReplacementIsPending() =>
        SnapshotIntegrity.Verify(Snapshot.Empty with { Resources = [Child with { Provider = ProviderReference.Of(Provider), PendingReplacement = true }] });

    [Fact]
    public void AProviderWithoutAnId_IsFoundByTheUnknownId() => SnapshotIntegrity.Verify(Snapshot.Empty with
    {
        Resources = [Provider with { Id = "" }, Child with { Provider = new(Provider.Urn, "04da6b54-80e4-46f7-96ec-b56ff0331ba9") }],
    });

    private static ImmutableSortedDictionary<string, ImmutableArray<Urn>> Through(string property) =>
        Child.PropertyDependencies.Add(property, [Parent.Urn]);

    private static ResourceState Resource(string type, string name) =>
        new() { Urn = Urn.Create("dev", "registry", null, type, name), Custom = true };
}
