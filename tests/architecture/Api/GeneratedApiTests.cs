namespace Provisioning.Architecture.Tests.Api;

/// <summary>
/// The program compiles against the official packages <c>Pulumi.AzureNative</c> and <c>Pulumi.AzureAD</c> without a
/// change: it uses what the schema describes, and not what our generator may add to it.
/// </summary>
public sealed class GeneratedApiTests
{
    [Theory]
    [InlineData("Pulumi.AzureNative")]
    [InlineData("Pulumi.AzureAD")]
    public void The_program_uses_nothing_that_the_schema_lacks(string package)
    {
        var api = new GeneratedApi();
        var uses = AssemblyUse.Of(CompiledAssembly.PathOf("Provisioning.Infra"), package);

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, use => !api.Has(use));
    }

    [Theory]
    [InlineData("Pulumi.AzureNative.Storage.StorageAccount", true)]
    [InlineData("Pulumi.AzureNative.Storage.StorageAccountArgs.set_AllowSharedKeyAccess`0(Pulumi.Input<bool>) : void", true)]
    [InlineData("Pulumi.AzureNative.Storage.StorageAccountArgs.set_Invented`0(Pulumi.Input<bool>) : void", false)]
    [InlineData("Pulumi.AzureNative.Storage.Invented", false)]
    public void The_schema_knows_its_types_and_members(string use, bool known) => Assert.Equal(known, new GeneratedApi().Has(use));
}
