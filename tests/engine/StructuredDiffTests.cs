using Provisioning.Engine.Planning;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>The comparison of two property maps by structure alone.</summary>
public sealed class StructuredDiffTests
{
    [Fact]
    public void Equal_maps_do_not_differ() =>
        Assert.Empty(StructuredDiff.Compare(Map(("a", 1), ("b", List("x"))), Map(("b", List("x")), ("a", 1))));

    [Fact]
    public void The_deepest_difference_is_named()
    {
        var old = Map(("a", Object(("b", Object(("c", 1), ("d", 2))))));
        var current = Map(("a", Object(("b", Object(("c", 1), ("d", 3))))));

        Assert.Equal(["a.b.d"], StructuredDiff.Compare(old, current).Keys);
    }

    [Fact]
    public void Members_are_added_removed_and_changed()
    {
        var differences = StructuredDiff.Compare(Map(("gone", 1), ("changed", 1)), Map(("new", 1), ("changed", 2)));

        Assert.Equal(PropertyDiff.Types.Kind.Delete, differences["gone"].Kind);
        Assert.Equal(PropertyDiff.Types.Kind.Update, differences["changed"].Kind);
        Assert.Equal(PropertyDiff.Types.Kind.Add, differences["new"].Kind);
        Assert.All(differences.Values, difference => Assert.True(difference.InputDiff));
    }

    [Fact]
    public void Lists_are_compared_item_by_item()
    {
        Assert.Equal(["list[1]", "list[2]"], StructuredDiff.Compare(Map(("list", List("a", "b", "c"))), Map(("list", List("a", "x")))).Keys);
        Assert.Equal(["list[1].port"], StructuredDiff.Compare(
            Map(("list", List("a", Object(("port", 1))))), Map(("list", List("a", Object(("port", 2)))))).Keys);
    }

    [Fact]
    public void A_value_that_only_became_secret_does_not_differ() =>
        Assert.Empty(StructuredDiff.Compare(Map(("a", Object(("b", "x")))), Map(("a", Secret(Object(("b", Secret("x"))))))));

    [Fact]
    public void A_change_of_kind_is_a_change() =>
        Assert.Equal(["a"], StructuredDiff.Compare(Map(("a", "1")), Map(("a", List("1")))).Keys);

    [Fact]
    public void An_unknown_value_differs_from_a_known_one() =>
        Assert.Equal(["a"], StructuredDiff.Compare(Map(("a", "1")), Map(("a", PropertyValue.Unknown))).Keys);

    [Fact]
    public void Odd_names_are_quoted() =>
        Assert.Equal(["tags[\"a.b\"]"], StructuredDiff.Compare(Map(("tags", Object(("a.b", 1)))), Map(("tags", Object(("a.b", 2))))).Keys);
}
