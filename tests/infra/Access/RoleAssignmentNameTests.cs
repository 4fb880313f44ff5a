using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Access;

/// <summary>The same assignment has the same name everywhere, and another one has another.</summary>
public sealed class RoleAssignmentNameTests
{
    private const string Scope =
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg1/providers/Microsoft.ContainerRegistry/registries/acr1";

    private const string Principal = "11111111-1111-1111-1111-111111111111";

    [Theory]
    [InlineData("7fdba504-653f-539f-9f77-b3bafb844ceb", "foo")]
    [InlineData("a98fa280-e03f-5afa-8d8e-92d0a9c201e8", "a", "b", "c")]
    public void Hash_IsTheOneOfTemplates(string expected, params string[] parts)
    {
        Assert.Equal(Guid.Parse(expected), RoleAssignmentName.Hash(parts));
    }

    [Fact]
    public void Name_CoversScopePrincipalAndRole()
    {
        Assert.Equal(Guid.Parse("76a01f66-386f-5279-a885-f53ad15c48a2"), RoleAssignmentName.Of(Scope, Principal, BuiltInRoles.AcrPull));
    }

    [Fact]
    public void CasingOfTheScope_DoesNotChangeTheName()
    {
        Assert.Equal(
            RoleAssignmentName.Of(Scope, Principal, BuiltInRoles.AcrPull),
            RoleAssignmentName.Of(Scope.ToUpperInvariant(), Principal, BuiltInRoles.AcrPull));
    }

    [Fact]
    public void RebornPrincipal_HasAnotherName()
    {
        Assert.NotEqual(
            RoleAssignmentName.Of(Scope, Principal, BuiltInRoles.AcrPull),
            RoleAssignmentName.Of(Scope, "22222222-2222-2222-2222-222222222222", BuiltInRoles.AcrPull));
    }
}
