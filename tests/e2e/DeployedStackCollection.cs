namespace Provisioning.EndToEnd.Tests;

[CollectionDefinition(Name)]
public sealed class DeployedStackCollection : ICollectionFixture<DeployedStack>
{
    public const string Name = "Deployed stack";
}
