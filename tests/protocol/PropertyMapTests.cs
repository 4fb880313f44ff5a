using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Protocol.Tests;

public sealed class PropertyMapTests
{
    private static KeyValuePair<string, PropertyValue> Member(string key, PropertyValue value) => KeyValuePair.Create(key, value);

    [Fact]
    public void Members_InAnyOrder_AreEqual()
    {
        PropertyMap one = [Member("a", 1), Member("b", "x")];
        PropertyMap other = [Member("b", "x"), Member("a", 1)];

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Members_WithAnotherValue_Differ()
    {
        PropertyMap one = [Member("a", new PropertyValue.ArrayValue(["x"]))];
        PropertyMap other = [Member("a", new PropertyValue.ArrayValue(["y"]))];

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Keys_ComeInOrdinalOrder()
    {
        PropertyMap map = [Member("b", 1), Member("B", 1), Member("a", 1)];

        Assert.Equal(["B", "a", "b"], map.Keys);
    }

    [Fact]
    public void Entries_InOrder_AreNotCopied()
    {
        ImmutableArray<KeyValuePair<string, PropertyValue>> entries = [Member("a", 1), Member("b", 1)];

        Assert.True(entries == PropertyMap.Create(entries).Entries);
        Assert.Equal(["a", "b"], PropertyMap.Create(entries.Reverse()).Entries.Select(entry => entry.Key));
    }

    [Fact]
    public void DuplicateKey_TheLaterMemberWins()
    {
        PropertyMap map = [Member("a", 1), Member("a", 2)];

        Assert.Equal(2, map["a"]);
    }

    [Fact]
    public void With_LeavesTheOriginalAlone()
    {
        PropertyMap map = [Member("a", 1)];

        var changed = map.With("a", 2).Without("missing");

        Assert.Equal(1, map["a"]);
        Assert.Equal(2, changed["a"]);
    }

    [Fact]
    public void GetOrNull_OfAMissingMember_IsNull()
    {
        Assert.Equal(PropertyValue.Null, PropertyMap.Empty.GetOrNull("a"));
    }
}
