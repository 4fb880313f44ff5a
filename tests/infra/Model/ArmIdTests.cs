using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Model;

public sealed class ArmIdTests
{
    private const string Subscription = "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    private const string Group = $"/subscriptions/{Subscription}/resourceGroups/rg";

    [Theory]
    [InlineData($"/subscriptions/{Subscription}", "Microsoft.Resources/subscriptions", "", Subscription)]
    [InlineData(Group, "Microsoft.Resources/resourceGroups", "rg", "rg")]
    [InlineData($"{Group}/providers/Microsoft.KeyVault/vaults/kv", "Microsoft.KeyVault/vaults", "rg", "kv")]
    [InlineData($"{Group}/providers/Microsoft.Storage/storageAccounts/st/blobServices/default/containers/c", "Microsoft.Storage/storageAccounts/blobServices/containers", "rg", "c")]
    [InlineData($"{Group}/providers/Microsoft.KeyVault/vaults/kv/providers/Microsoft.Authorization/roleAssignments/r", "Microsoft.Authorization/roleAssignments", "rg", "r")]
    [InlineData("/providers/Microsoft.Management/managementGroups/mg", "Microsoft.Management/managementGroups", "", "mg")]
    public void Id_is_taken_apart(string text, string type, string group, string name)
    {
        ArmId id = ArmId.Parse(text);

        Assert.Equal((type, group, name), (id.ResourceType, id.ResourceGroup, id.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("subscriptions/x")]
    [InlineData("/subscriptions")]
    [InlineData("/subscriptions/not-a-guid")]
    [InlineData($"/subscriptions/{Subscription}/resourceGroups")]
    [InlineData($"/subscriptions/{Subscription}//rg")]
    [InlineData($"{Group}/vaults/kv")]
    [InlineData($"{Group}/providers/Microsoft.KeyVault")]
    [InlineData($"{Group}/providers/vaults/kv")]
    [InlineData($"{Group}/providers/Microsoft.KeyVault/vaults/ kv")]
    [InlineData("/resourceGroups/rg")]
    [InlineData("/subscriptions/${tenant}/resourceGroups/rg")]
    public void Anything_else_is_no_id(string text) => Assert.False(ArmId.TryParse(text, out _));

    [Fact]
    public void Casing_does_not_matter()
    {
        ArmId left = ArmId.Parse($"{Group}/providers/Microsoft.KeyVault/vaults/kv");
        ArmId right = ArmId.Parse($"{Group.ToLowerInvariant()}/providers/microsoft.keyvault/VAULTS/KV");

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(right.IsOf("Microsoft.KeyVault/vaults"));
    }

    [Fact]
    public void Placeholder_stands_for_the_own_subscription()
    {
        ArmId id = ArmId.Parse("/subscriptions/${subscription}/resourceGroups/edge");
        var own = new SubscriptionId(Guid.Parse(Subscription));

        Assert.True(id.OwnSubscription);
        Assert.Null(id.Subscription);
        Assert.Equal($"/subscriptions/{Subscription}/resourceGroups/edge", id.In(own));
        Assert.Equal(own, id.WithSubscription(own).Subscription);
    }
}
