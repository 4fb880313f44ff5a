using System.Reflection;
using Pulumi;
using Pulumi.DeepLake;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>The hand-written package has the shape of generated ones.</summary>
public sealed class DeepLakeTests
{
    [Fact]
    public void WorkloadIdentity_IsMarkedWithItsToken()
    {
        var mark = Assert.Single(
            typeof(WorkloadIdentity).CustomAttributes, attribute => typeof(ResourceTypeAttribute).IsAssignableFrom(attribute.AttributeType));

        Assert.Equal(["deeplake:index:WorkloadIdentity"], mark.ConstructorArguments.Select(argument => argument.Value));
    }

    [Fact]
    public void EveryInput_IsAnOutputOfTheSameName()
    {
        var inputs = WireNames<InputAttribute>(typeof(WorkloadIdentityArgs));
        var outputs = WireNames<OutputAttribute>(typeof(WorkloadIdentity));

        Assert.Equal(["clientId", "name", "organizationId", "tenantId"], inputs);
        Assert.Equal(["registrationId"], outputs.Except(inputs));
    }

    [Fact]
    public async Task ProviderToken_IsSecret()
    {
        await Deployment.TestAsync(
            new Pulumi.Testing.EmptyMocks(),
            new Pulumi.Testing.TestOptions { IsPreview = false },
            async () =>
            {
                var arguments = new ProviderArgs { Token = "not to be seen" };

                Assert.NotNull(arguments.Token);
                Assert.True(await Output.IsSecretAsync(arguments.Token.ToOutput()));
            });
    }

    private static IEnumerable<string?> WireNames<TAttribute>(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(property => property.CustomAttributes)
            .Where(attribute => attribute.AttributeType == typeof(TAttribute))
            .Select(attribute => attribute.ConstructorArguments[0].Value as string)
            .Order(StringComparer.Ordinal);
}
