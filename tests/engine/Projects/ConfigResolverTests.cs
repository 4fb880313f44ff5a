using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.State;

namespace Provisioning.Engine.Tests.Projects;

public sealed class ConfigResolverTests
{
    private readonly FakeSecretsManager secrets = new();

    [Fact]
    public async Task Values_BecomeTextAndStructuresJson()
    {
        var secure = await secrets.EncryptAsync("p<w", CancellationToken.None);

        var config = await Resolve("name: shop", $$"""
            config:
              azure-native:location: westeurope
              shop:replicas: 0x10
              shop:on: True
              shop:ratio: 1.50
              shop:none:
              shop:token:
                secure: {{secure}}
              shop:registry:
                port: 443
                password:
                  secure: {{secure}}
                hosts: [a, "1"]
            """);

        Assert.Equal(
            [
                "azure-native:location=westeurope", "shop:none=", "shop:on=true", "shop:ratio=1.5",
                """shop:registry={"hosts":["a","1"],"password":"p\u003cw","port":443}""", "shop:replicas=16", "shop:token=p<w",
            ],
            config.Values.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(["shop:registry", "shop:token"], config.SecretKeys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Declarations_GiveDefaults()
    {
        var config = await Resolve(
            """
            name: shop
            config:
              replicas: 3
              zones:
                type: array
                items: {type: string}
                default: [a, b]
              azure-native:location:
                value: westeurope
            """,
            "config:\n  shop:replicas: 5");

        Assert.Equal(("5", """["a","b"]""", "westeurope"), (config.Values["shop:replicas"], config.Values["shop:zones"], config.Values["azure-native:location"]));
    }

    [Fact]
    public async Task MissingValues_AreNamedTogether()
    {
        const string Declarations = "name: shop\nconfig:\n  a: {type: string, description: the first}\n  b: {type: integer}\n  c: 1";

        var failure = await Assert.ThrowsAsync<ProjectException>(() => Resolve(Declarations, ""));

        Assert.Contains("\n  shop:a (the first)\n  shop:b", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shop:c", failure.Message, StringComparison.Ordinal);
        Assert.Equal("1", (await Resolve(Declarations, "", validate: false)).Values["shop:c"]);
    }

    [Theory]
    [InlineData("integer", "3", true)]
    [InlineData("integer", "\"3\"", true)]
    [InlineData("integer", "3.0", true)]
    [InlineData("integer", "3.5", false)]
    [InlineData("integer", "three", false)]
    [InlineData("boolean", "true", true)]
    [InlineData("boolean", "\"false\"", true)]
    [InlineData("boolean", "1", false)]
    [InlineData("string", "x", true)]
    [InlineData("string", "[x]", false)]
    [InlineData("object", "{a: 1}", true)]
    [InlineData("object", "a", false)]
    [InlineData("array, items: {type: integer}", "[1, 2]", true)]
    [InlineData("array, items: {type: integer}", "[1, b]", false)]
    public async Task Types_AreChecked(string type, string value, bool fits)
    {
        var resolving = Resolve($"name: shop\nconfig:\n  a: {{type: {type}}}", $"config:\n  shop:a: {value}");

        if (fits)
            Assert.Contains("shop:a", (await resolving).Values.Keys);
        else
            Assert.Contains("'shop:a' of the stack 'dev' must be of type", (await Assert.ThrowsAsync<ProjectException>(() => resolving)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeclaredSecret_MustBeEncrypted()
    {
        var failure = await Assert.ThrowsAsync<ProjectException>(() => Resolve("name: shop\nconfig:\n  a: {type: string, secret: true}", "config:\n  shop:a: hidden"));

        Assert.Contains("--secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environments_AreRefused()
    {
        var failure = await Assert.ThrowsAsync<ProjectException>(() => Resolve("name: shop", "environment:\n  - prod\n"));

        Assert.Contains("Pulumi Cloud", failure.Message, StringComparison.Ordinal);
    }

    private async Task<ProgramConfiguration> Resolve(string project, string settings, bool validate = true) =>
        await new ConfigResolver(ProjectReader.Parse("/p/Pulumi.yaml", project), "dev", secrets)
            .ResolveAsync(StackSettingsFile.Parse("/p/Pulumi.dev.yaml", "shop", settings).Settings, validate, CancellationToken.None);
}
