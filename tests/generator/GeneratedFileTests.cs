using Provisioning.Sdk.Generator.Emission;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>What the generated code looks like: one reviewed example per shape.</summary>
public sealed class GeneratedFileTests
{
    [Theory]
    [InlineData("azure-native", "ManagedIdentity/FederatedIdentityCredential.g.cs")]
    [InlineData("azure-native", "Authorization/RoleAssignmentArgs.g.cs")]
    [InlineData("azure-native", "Authorization/GetRoleDefinition.g.cs")]
    [InlineData("azure-native", "Authorization/PrincipalType.g.cs")]
    [InlineData("azuread", "Outputs/ApplicationApi.g.cs")]
    public void GeneratedFile_LooksAsReviewed(string package, string path)
    {
        var file = new PackageEmitter(Sdk.Schema.Package(package)).Emit().Single(file => file.Path == path);

        Golden.Matches(Path.GetFileName(path) + ".txt", file.Text);
    }

    [Fact]
    public void UnknownPackage_IsRefusedByName()
    {
        var error = Assert.Throws<ArgumentException>(() => Sdk.Schema.Package("aws"));

        Assert.Contains("'aws'", error.Message, StringComparison.Ordinal);
    }
}
