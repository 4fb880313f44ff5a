using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Tests.Values;

public sealed class PathTemplateTests
{
    private const string Vault = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.KeyVault/vaults/{vaultName}";

    [Fact]
    public void An_id_in_any_casing_gives_its_names()
    {
        Assert.True(PathTemplate.Parse(Vault).TryMatch("/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv", out var names));

        Assert.Equal(("s", "rg", "kv"), (names["subscriptionId"], names["resourceGroupName"], names["vaultName"]));
    }

    [Theory]
    [InlineData("/subscriptions/s/resourceGroups/rg")]
    [InlineData("/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/x")]
    [InlineData("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/kv")]
    [InlineData("")]
    public void An_id_of_another_type_does_not_match(string id) => Assert.False(PathTemplate.Parse(Vault).TryMatch(id, out _));

    [Theory]
    [InlineData("/providers/Microsoft.Authorization/roleAssignments/n", "/")]
    [InlineData("/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/n", "/subscriptions/s")]
    [InlineData("/a/b/c/d/e/f/providers/Microsoft.Authorization/roleAssignments/n", "/a/b/c/d/e/f")]
    public void A_scope_may_have_any_length(string id, string scope)
    {
        Assert.True(PathTemplate.Parse("/{scope}/providers/Microsoft.Authorization/roleAssignments/{name}").TryMatch(id, out var names));

        Assert.Equal((scope, "n"), (names["scope"], names["name"]));
    }

    [Theory]
    [InlineData("/subscriptions/s/resourceGroups/rg/providers/M.A/things/t/children/c", "/subscriptions/s/resourceGroups/rg/providers/M.A/things/t")]
    [InlineData("/subscriptions/s/resourceGroups/rg/providers/M.A/things/t", "/subscriptions/s/resourceGroups/rg")]
    [InlineData("/subscriptions/s/resourceGroups/rg", "/subscriptions/s")]
    [InlineData("/subscriptions/s", "/subscriptions/s")]
    public void A_parent_is_one_level_up(string id, string parent) => Assert.Equal(parent, PathTemplate.ParentOf(id));

    [Fact]
    public void A_parameter_without_a_value_is_named() =>
        Assert.Contains("'vaultName'", Assert.Throws<ArgumentException>(() => PathTemplate.Parse(Vault).Expand(name => name == "vaultName" ? null : "x")).Message);

    [Fact]
    public void The_namespace_is_that_of_the_last_provider() =>
        Assert.Equal("Microsoft.Authorization", PathTemplate.Parse("/{scope}/providers/Microsoft.Authorization/roleAssignments/{n}").Namespace);
}
