using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using AutonamingOptions = Pulumirpc.CheckRequest.Types.AutonamingOptions;

namespace Provisioning.Providers.Azure.Tests.Checking;

public sealed class CheckTests
{
    [Fact]
    public async Task A_top_level_resource_gets_its_logical_name_and_eight_digits_from_the_seed()
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(Types.Group, Map("""{"location":"westeurope"}"""), name: "rg");
        var (again, _) = await harness.CheckAsync(Types.Group, Map("""{"location":"westeurope"}"""), name: "rg");
        var (other, _) = await harness.CheckAsync(Types.Group, Map("""{"location":"westeurope"}"""), name: "rg", seed: "another");

        Assert.Matches("^rg[0-9a-f]{8}$", inputs.TextAt("resourceGroupName"));
        Assert.Equal(inputs.TextAt("resourceGroupName"), again.TextAt("resourceGroupName"));
        Assert.NotEqual(inputs.TextAt("resourceGroupName"), other.TextAt("resourceGroupName"));
        Assert.Equal(true, inputs["__createBeforeDelete"]);
    }

    [Fact]
    public async Task A_child_gets_its_logical_name()
    {
        var harness = await NativeAsync();

        var (inputs, failures) = await harness.CheckAsync(
            Types.Credential,
            Map("""{"resourceGroupName":"rg","resourceName":"id1","issuer":"i","subject":"s","audiences":["a"]}"""),
            name: "trainer");

        Assert.Empty(failures);
        Assert.Equal("trainer", inputs.TextAt("federatedIdentityCredentialResourceName"));
        Assert.False(inputs.ContainsKey("__createBeforeDelete"));
    }

    [Fact]
    public async Task A_role_assignment_gets_a_UUID_from_the_seed()
    {
        var harness = await NativeAsync();
        var news = Map($$"""{"scope":"{{Group}}","principalId":"p","roleDefinitionId":"r"}""");

        var (inputs, failures) = await harness.CheckAsync(Types.Assignment, news);

        Assert.Empty(failures);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", inputs.TextAt("roleAssignmentName"));
        Assert.Equal(true, inputs["__createBeforeDelete"]);
    }

    [Fact]
    public async Task A_name_that_was_made_before_is_kept()
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(
            Types.Group,
            Map("""{"location":"westeurope"}"""),
            olds: Map("""{"resourceGroupName":"rg12345678","__createBeforeDelete":true,"location":"westeurope"}"""));

        Assert.Equal("rg12345678", inputs.TextAt("resourceGroupName"));
        Assert.Equal(true, inputs["__createBeforeDelete"]);
    }

    [Fact]
    public async Task A_name_that_is_given_is_taken()
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(Types.Group, Map("""{"resourceGroupName":"mine","location":"westeurope"}"""));

        Assert.Equal("mine", inputs.TextAt("resourceGroupName"));
        Assert.False(inputs.ContainsKey("__createBeforeDelete"));
    }

    [Theory]
    [InlineData(AutonamingOptions.Types.Mode.Propose, "proposed", true)]
    [InlineData(AutonamingOptions.Types.Mode.Enforce, "proposed", false)]
    public async Task The_engines_name_is_used(AutonamingOptions.Types.Mode mode, string expected, bool random)
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(
            Types.Group, Map("""{"location":"westeurope"}"""), autonaming: new AutonamingOptions { Mode = mode, ProposedName = "proposed" });

        Assert.Equal(expected, inputs.TextAt("resourceGroupName"));
        Assert.Equal(random, inputs.ContainsKey("__createBeforeDelete"));
    }

    [Fact]
    public async Task A_UUID_is_not_replaced_by_a_proposal()
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(
            Types.Assignment,
            Map("""{"scope":"/subscriptions/a","principalId":"p","roleDefinitionId":"r"}"""),
            autonaming: new AutonamingOptions { Mode = AutonamingOptions.Types.Mode.Propose, ProposedName = "proposed" });

        Assert.NotEqual("proposed", inputs.TextAt("roleAssignmentName"));
    }

    [Fact]
    public async Task With_naming_disabled_a_missing_name_is_an_error()
    {
        var harness = await NativeAsync();

        var (_, failures) = await harness.CheckAsync(
            Types.Group, Map("""{"location":"westeurope"}"""), autonaming: new AutonamingOptions { Mode = AutonamingOptions.Types.Mode.Disable });

        var failure = Assert.Single(failures);
        Assert.Equal("resourceGroupName", failure.Property);
        Assert.Contains("disabled", failure.Reason);
    }

    [Fact]
    public async Task The_API_version_becomes_an_input()
    {
        var harness = await NativeAsync();

        var (inputs, _) = await harness.CheckAsync(Types.Group, Map("""{"location":"westeurope"}"""));

        Assert.Equal("2024-03-01", inputs.TextAt("azureApiVersion"));
    }

    [Fact]
    public async Task The_location_comes_from_the_old_inputs_first()
    {
        var harness = await NativeAsync(("location", "swedencentral"));

        var (inputs, _) = await harness.CheckAsync(
            Types.Identity, Map("""{"resourceGroupName":"rg"}"""), olds: Map("""{"resourceName":"id1","location":"westeurope"}"""));

        Assert.Equal("westeurope", inputs.TextAt("location"));
    }

    [Fact]
    public async Task The_location_comes_from_the_configuration_next()
    {
        var harness = await NativeAsync(("location", "swedencentral"));

        var (inputs, _) = await harness.CheckAsync(Types.Identity, Map("""{"resourceGroupName":"rg"}"""));

        Assert.Equal("swedencentral", inputs.TextAt("location"));
        Assert.Empty(harness.Azure.Requests);
    }

    [Fact]
    public async Task The_location_comes_from_the_resource_group_last_and_is_looked_up_once()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Group, 200, """{"location":"westeurope"}""");

        var (inputs, _) = await harness.CheckAsync(Types.Identity, Map("""{"resourceGroupName":"rg"}"""));
        await harness.CheckAsync(Types.Storage, Map("""{"resourceGroupName":"RG","accountName":"abc","kind":"StorageV2","sku":{"name":"x"}}"""));

        Assert.Equal("westeurope", inputs.TextAt("location"));
        Assert.Single(harness.Azure.Requests);
    }

    [Fact]
    public async Task The_location_is_unknown_while_the_resource_group_is()
    {
        var harness = await NativeAsync();

        var (inputs, failures) = await harness.CheckAsync(
            Types.Identity, PropertyMap.Empty.With("resourceGroupName", PropertyValue.Unknown));

        Assert.Empty(failures);
        Assert.Equal(PropertyValue.Unknown, inputs["location"]);
    }

    [Fact]
    public async Task The_location_of_a_group_that_does_not_exist_is_an_error_with_advice()
    {
        var harness = await NativeAsync();

        var (_, failures) = await harness.CheckAsync(Types.Identity, Map("""{"resourceGroupName":"nowhere"}"""));

        Assert.Contains("Set 'location'", Assert.Single(failures).Reason);
    }

    [Fact]
    public async Task Inputs_that_are_missing_are_all_reported()
    {
        var harness = await NativeAsync();

        var (_, failures) = await harness.CheckAsync(Types.Storage, Map("""{"location":"westeurope","accountName":"abc"}"""));

        Assert.Equal(["kind", "resourceGroupName", "sku"], failures.Select(failure => failure.Property).Order());
        Assert.Contains("A storage account needs 'kind'.", failures.Select(failure => failure.Reason));
    }

    [Theory]
    [InlineData(Types.Storage, "accountName", "Has-Dash", """{"resourceGroupName":"rg","location":"l","kind":"k","sku":{}}""")]
    [InlineData(Types.Registry, "registryName", "a-b", """{"resourceGroupName":"rg","location":"l","sku":{}}""")]
    [InlineData(Types.Compute, "computeName", "node-1", """{"resourceGroupName":"rg","workspaceName":"w","location":"l","properties":{}}""")]
    [InlineData(Types.Group, "resourceGroupName", "ends.", """{"location":"l"}""")]
    [InlineData(Types.Assignment, "roleAssignmentName", "not-a-guid", """{"scope":"/","principalId":"p","roleDefinitionId":"r"}""")]
    [InlineData(Types.Container, "containerName", "a--b", """{"resourceGroupName":"rg","accountName":"a"}""")]
    public async Task A_name_that_Azure_would_reject_is_reported(string type, string input, string name, string others)
    {
        var harness = await NativeAsync();

        var (_, failures) = await harness.CheckAsync(type, Map(others).With(input, name));

        var failure = Assert.Single(failures);
        Assert.Equal(input, failure.Property);
        Assert.Contains($"'{name}'", failure.Reason);
    }

    [Fact]
    public async Task A_type_that_is_only_read_cannot_be_declared()
    {
        var harness = await NativeAsync();

        var (_, failures) = await harness.CheckAsync(Types.Arc, Map("""{"resourceGroupName":"rg","clusterName":"arc","location":"l"}"""));

        Assert.Contains("only read", Assert.Single(failures).Reason);
    }

    [Fact]
    public async Task A_type_that_is_not_known_is_named_in_the_error()
    {
        var harness = await NativeAsync();

        var failure = await FailsAsync(() => harness.CheckAsync("azure-native:web:WebApp", PropertyMap.Empty));

        Assert.Contains("does not know the type 'azure-native:web:WebApp'", failure.Message);
        Assert.Contains(Types.Group, failure.Message);
    }
}
