using Provisioning.Sandbox.Arm;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ArmIdTests
{
    private const string Account = "/subscriptions/S/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/st";

    [Theory]
    [InlineData("/subscriptions/S", "Microsoft.Resources/subscriptions")]
    [InlineData("/subscriptions/S/resourcegroups/RG", "Microsoft.Resources/resourceGroups")]
    [InlineData(Account, "Microsoft.Storage/storageAccounts")]
    [InlineData(Account + "/blobServices/default/containers/c", "Microsoft.Storage/storageAccounts/blobServices/containers")]
    [InlineData(Account + "/providers/Microsoft.Authorization/roleAssignments/x", "Microsoft.Authorization/roleAssignments")]
    public void Type_is_that_of_the_last_provider(string id, string type) => Assert.Equal(type, ArmId.Parse(id).Type);

    [Theory]
    [InlineData(Account, "/subscriptions/S/resourceGroups/RG")]
    [InlineData(Account + "/blobServices/default", Account)]
    [InlineData(Account + "/providers/Microsoft.Authorization/roleAssignments/x", Account)]
    [InlineData("/subscriptions/S/resourceGroups/RG", "/subscriptions/S")]
    [InlineData("/subscriptions/S/providers/Microsoft.Authorization/roleAssignments/x", "/subscriptions/S")]
    public void Parent_is_what_contains_it(string id, string parent) => Assert.Equal(parent, ArmId.Parse(id).Parent.Value);

    [Theory]
    [InlineData(Account + "/listKeys", Account)]
    [InlineData(Account + "/blobServices", Account)]
    [InlineData("/subscriptions/S/resourceGroups", "/subscriptions/S")]
    [InlineData("/subscriptions/S/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts", "/subscriptions/S/resourceGroups/RG")]
    [InlineData("/subscriptions/S/providers/Microsoft.KeyVault/checkNameAvailability", "/subscriptions/S")]
    [InlineData("/subscriptions/S/providers/Microsoft.KeyVault", "/subscriptions/S")]
    [InlineData("/subscriptions", "/")]
    public void Target_of_a_path_is_its_longest_id(string path, string target) => Assert.Equal(target, ArmId.TargetOf(path).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("subscriptions/S")]
    [InlineData("/subscriptions")]
    [InlineData("/subscriptions/S/resourceGroups/RG/providers/Microsoft.Storage")]
    public void Text_that_is_no_id_is_refused(string? text) => Assert.False(ArmId.TryParse(text, out _));

    [Fact]
    public void Ids_are_equal_without_regard_to_case() =>
        Assert.Equal(ArmId.Parse(Account), ArmId.Parse(Account.ToUpperInvariant()));
}
