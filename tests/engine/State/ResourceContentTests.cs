using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.State;

public sealed class ResourceContentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Urn Other = Urn.Create("dev", "registry", null, "a:b:C", "other");

    /// <summary>For each member, a resource that differs from <see cref="Full"/> in it alone.</summary>
    public static TheoryData<string, ResourceState> Changed => new()
    {
        { nameof(ResourceState.Urn), Full() with { Urn = Other } },
        { nameof(ResourceState.Custom), Full() with { Custom = false } },
        { nameof(ResourceState.Id), Full() with { Id = "2" } },
        { nameof(ResourceState.Inputs), Full() with { Inputs = Map("changed") } },
        { nameof(ResourceState.Outputs), Full() with { Outputs = Map("changed") } },
        { nameof(ResourceState.Parent), Full() with { Parent = null } },
        { nameof(ResourceState.Protect), Full() with { Protect = false } },
        { nameof(ResourceState.External), Full() with { External = false } },
        { nameof(ResourceState.Delete), Full() with { Delete = false } },
        { nameof(ResourceState.PendingReplacement), Full() with { PendingReplacement = false } },
        { nameof(ResourceState.Dependencies), Full() with { Dependencies = [] } },
        { nameof(ResourceState.PropertyDependencies), Full() with { PropertyDependencies = Lists<Urn>("name", []) } },
        { nameof(ResourceState.InitErrors), Full() with { InitErrors = ["late"] } },
        { nameof(ResourceState.Provider), Full() with { Provider = null } },
        { nameof(ResourceState.AdditionalSecretOutputs), Full() with { AdditionalSecretOutputs = [] } },
        { nameof(ResourceState.Aliases), Full() with { Aliases = [] } },
        { nameof(ResourceState.CustomTimeouts), Full() with { CustomTimeouts = null } },
        { nameof(ResourceState.ImportId), Full() with { ImportId = "" } },
        { nameof(ResourceState.RetainOnDelete), Full() with { RetainOnDelete = false } },
        { nameof(ResourceState.DeletedWith), Full() with { DeletedWith = null } },
        { nameof(ResourceState.ReplaceWith), Full() with { ReplaceWith = [] } },
        { nameof(ResourceState.IgnoreChanges), Full() with { IgnoreChanges = [] } },
        { nameof(ResourceState.ReplaceOnChanges), Full() with { ReplaceOnChanges = [] } },
        { nameof(ResourceState.HideDiff), Full() with { HideDiff = [] } },
        { nameof(ResourceState.ReplacementTrigger), Full() with { ReplacementTrigger = null } },
        { nameof(ResourceState.SourcePosition), Full() with { SourcePosition = "" } },
        { nameof(ResourceState.StackTrace), Full() with { StackTrace = [] } },
        { nameof(ResourceState.Hooks), Full() with { Hooks = Lists("BeforeDelete", "other") } },
        { nameof(ResourceState.Created), Full() with { Created = Noon.AddTicks(1) } },
        { nameof(ResourceState.Modified), Full() with { Modified = null } },
        { nameof(ResourceState.Taint), Full() with { Taint = false } },
        { nameof(ResourceState.RefreshBeforeUpdate), Full() with { RefreshBeforeUpdate = false } },
        { nameof(ResourceState.Foreign), Full() with { Foreign = [Foreign("2")] } },
    };

    [Fact]
    public void Resources_that_say_the_same_have_the_same_content()
    {
        Assert.True(Full().HasSameContentAs(Full()));
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public void Every_member_counts(string member, ResourceState changed)
    {
        Assert.False(Full().HasSameContentAs(changed), member);
        Assert.False(changed.HasSameContentAs(Full()), member);
    }

    [Fact]
    public void No_member_is_forgotten()
    {
        var members = typeof(ResourceState).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);

        Assert.Equal(members.Order(StringComparer.Ordinal), Changed.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_time_of_another_zone_is_written_in_another_way()
    {
        Assert.False(Full().HasSameContentAs(Full() with { Created = Noon.ToOffset(TimeSpan.FromHours(2)) }));
    }

    [Fact]
    public void No_list_is_an_empty_list()
    {
        var empty = new ResourceState { Urn = Other, Custom = true };

        Assert.True(empty.HasSameContentAs(empty with { Dependencies = default, Foreign = default }));
    }

    private static ResourceState Full() => new()
    {
        Urn = Urn.Create("dev", "registry", null, "a:b:C", "full"),
        Custom = true,
        Id = "1",
        Inputs = Map("in"),
        Outputs = Map("out"),
        Parent = Other,
        Protect = true,
        External = true,
        Delete = true,
        PendingReplacement = true,
        Dependencies = [Other],
        PropertyDependencies = Lists("name", Other),
        InitErrors = ["half done"],
        Provider = new ProviderReference(Urn.Create("dev", "registry", null, "pulumi:providers:a", "default"), "p"),
        AdditionalSecretOutputs = ["key"],
        Aliases = [Other],
        CustomTimeouts = new CustomTimeouts(TimeSpan.FromMinutes(1), null, null, null),
        ImportId = "1",
        RetainOnDelete = true,
        DeletedWith = Other,
        ReplaceWith = [Other],
        IgnoreChanges = ["tags"],
        ReplaceOnChanges = ["name"],
        HideDiff = ["etag"],
        ReplacementTrigger = "first",
        SourcePosition = "project:///Program.cs#1,1",
        StackTrace = ["project:///Program.cs#2,1"],
        Hooks = Lists("BeforeDelete", "ask"),
        Created = Noon,
        Modified = Noon,
        Taint = true,
        RefreshBeforeUpdate = true,
        Foreign = [Foreign("1")],
    };

    private static PropertyMap Map(string text) =>
        PropertyMap.Empty.With("name", text).With("list", new PropertyValue.ArrayValue([new PropertyValue.SecretValue(text)]));

    private static ImmutableSortedDictionary<string, ImmutableArray<T>> Lists<T>(string key, params ImmutableArray<T> items) =>
        ImmutableSortedDictionary.Create<string, ImmutableArray<T>>(StringComparer.Ordinal).Add(key, items);

    private static ForeignMember Foreign(string json) => new("new", JsonDocument.Parse(json).RootElement);
}
