using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Projects;

public sealed class StackSettingsFileTests
{
    private const string Commented = """
        # The settings of the development stack.
        encryptionsalt: v1:AAECAwQFBgc=:v1:EBAQEBAQEBAQEBAQ:ERE42++q8y5HkrtnE/6YQVZAZyN6lw==   # do not touch

        config:
          # where things are
          azure-native:location: westeurope # near the users
          shop:replicas: 3
          shop:registry:
            # all hosts
            hosts:
              - a.azurecr.io   # first
              - b.azurecr.io
            strict: true
          shop:token:
            secure: v1:old

        # the end

        """;

    [Fact]
    public void Settings_OfACommentedFile_AreTyped()
    {
        var settings = Parse(Commented).Settings;

        Assert.Equal("v1:AAECAwQFBgc=:v1:EBAQEBAQEBAQEBAQ:ERE42++q8y5HkrtnE/6YQVZAZyN6lw==", settings.EncryptionSalt);
        Assert.Equal(ConfigValue.FromString("westeurope"), settings.Config[new ConfigKey("azure-native", "location")]);
        Assert.Equal(new ConfigValue.Plain("3", ConfigScalarKind.Integer), settings.Config[new ConfigKey("shop", "replicas")]);
        Assert.Equal(new ConfigValue.Secure("v1:old"), settings.Config[new ConfigKey("shop", "token")]);
    }

    [Fact]
    public void SettingAScalar_ChangesNothingElse() =>
        AssertEdit("azure-native:location", ConfigValue.FromString("northeurope"), "location: westeurope #", "location: northeurope #");

    [Fact]
    public void SettingANumberAsString_QuotesIt() =>
        AssertEdit("shop:replicas", ConfigValue.FromString("5"), "replicas: 3", "replicas: \"5\"");

    [Fact]
    public void SettingASecretInPlaceOfAScalar_WritesTheNestedForm() =>
        AssertEdit("shop:replicas", new ConfigValue.Secure("v1:n:c"), "replicas: 3", "replicas:\n    secure: v1:n:c");

    [Fact]
    public void SettingAScalarInPlaceOfASecret_TakesOneLine() =>
        AssertEdit("shop:token", ConfigValue.FromString("x"), "token:\n    secure: v1:old", "token: x");

    [Fact]
    public void SettingAnItemByPath_KeepsItsNeighboursAndComments() =>
        AssertEdit("shop:registry.hosts[0]", ConfigValue.FromString("c.azurecr.io"), "- a.azurecr.io   # first", "- c.azurecr.io   # first");

    [Fact]
    public void SettingTheNextItemByPath_AppendsALine() =>
        AssertEdit("shop:registry.hosts[2]", ConfigValue.FromString("c"), "- b.azurecr.io\n", "- b.azurecr.io\n      - c\n");

    [Fact]
    public void SettingAnItemFarBehindTheEnd_IsRefused()
    {
        var failure = Assert.Throws<ProjectException>(() => Set(Commented, "shop:registry.hosts[7]", ConfigValue.FromString("c")));

        Assert.Contains("Pulumi.dev.yaml:11:7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("2 items", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingAMissingMemberByPath_MakesTheMapsOnTheWay() =>
        AssertEdit(
            "shop:registry.limits.pull", new ConfigValue.Plain("10", ConfigScalarKind.Integer),
            "    strict: true\n", "    strict: true\n    limits:\n      pull: 10\n");

    [Fact]
    public void SettingANewKey_AppendsItToTheConfiguration() =>
        AssertEdit("shop:owner", ConfigValue.FromString("ml"), "    secure: v1:old\n", "    secure: v1:old\n  shop:owner: ml\n");

    [Fact]
    public void SettingAMemberOfAScalar_IsRefused()
    {
        var failure = Assert.Throws<ProjectException>(() => Set(Commented, "shop:replicas.max", ConfigValue.FromString("c")));

        Assert.Contains("'max'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovingAKey_TakesItsLinesAndLeavesTheComments() =>
        Assert.Equal(
            Commented.Replace("  azure-native:location: westeurope # near the users\n", "", StringComparison.Ordinal),
            Remove(Commented, "azure-native:location"));

    [Fact]
    public void RemovingAStructure_TakesAllItsLines()
    {
        var text = Remove(Commented, "shop:registry");

        Assert.Contains("  shop:replicas: 3\n  shop:token:\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovingAnItem_TakesItsLine() =>
        Assert.Equal(Commented.Replace("      - a.azurecr.io   # first\n", "", StringComparison.Ordinal), Remove(Commented, "shop:registry.hosts[0]"));

    [Fact]
    public void RemovingTheOnlyKey_LeavesAnEmptyMap() =>
        Assert.Equal("# top\nconfig: {}\n", Remove("# top\nconfig:\n  shop:a: 1\n", "shop:a"));

    [Fact]
    public void RemovingWhatIsNotThere_ChangesNothing() => Assert.Equal(Commented, Remove(Commented, "shop:nothing"));

    [Fact]
    public void AnEmptyFile_GetsItsFirstValue() => Assert.Equal("config:\n  shop:a: b\n", Set("", "shop:a", ConfigValue.FromString("b")));

    [Fact]
    public void AFileOfComments_KeepsThem() =>
        Assert.Equal("# nothing yet\nconfig:\n  shop:a: b\n", Set("# nothing yet", "shop:a", ConfigValue.FromString("b")));

    [Theory]
    [InlineData("config: {}\n")]
    [InlineData("config:\n")]
    public void AnEmptyConfiguration_GetsItsFirstValue(string text) =>
        Assert.Equal("config:\n  shop:a: b\n", Set(text, "shop:a", ConfigValue.FromString("b")));

    [Fact]
    public void AFlowStyleValue_IsRewrittenAsBlock() =>
        Assert.Equal(
            "config:\n  shop:m:\n    a: 1\n    b: x\n  shop:n: 2\n",
            Set("config:\n  shop:m: {a: 1}\n  shop:n: 2\n", "shop:m.b", ConfigValue.FromString("x")));

    [Fact]
    public void ANestedFlowStyleValue_IsReplacedUpToItsBracket() =>
        Assert.Equal(
            "config:\n  shop:m: x # note\n  shop:n: 2\n",
            Set("config:\n  shop:m: {a: [1, {b: '}'}, # ]\n    3], c: } # note\n  shop:n: 2\n", "shop:m", ConfigValue.FromString("x")));

    [Fact]
    public void ALastLineWithoutBreak_GetsOne() =>
        Assert.Equal("config:\n  shop:a: b\n  shop:c: d", Set("config:\n  shop:a: b", "shop:c", ConfigValue.FromString("d")));

    [Fact]
    public void WindowsLineBreaks_AreKept() =>
        Assert.Equal(
            "config:\r\n  shop:a: b\r\n  shop:c:\r\n    secure: v1\r\n",
            Set("config:\r\n  shop:a: b\r\n", "shop:c", new ConfigValue.Secure("v1")));

    [Fact]
    public void ABlockScalar_IsReplacedAsAWhole() =>
        Assert.Equal(
            "config:\n  shop:a: b\n  shop:c: d\n",
            Set("config:\n  shop:a: |\n    line one\n    line two\n  shop:c: d\n", "shop:a", ConfigValue.FromString("b")));

    [Fact]
    public void AnAliasedValue_IsReplacedWhereItIsUsed() =>
        Assert.Equal(
            "config:\n  shop:a: &it x\n  shop:b: z\n  shop:c: d\n",
            Set("config:\n  shop:a: &it x\n  shop:b: *it\n  shop:c: d\n", "shop:b", ConfigValue.FromString("z")));

    [Fact]
    public void TheOldSpellingOfAKey_IsFound() =>
        Assert.Equal("config:\n  shop:config:a: c\n", Set("config:\n  shop:config:a: b\n", "shop:a", ConfigValue.FromString("c")));

    [Fact]
    public void AnEncryptionSalt_TakesThePlaceOfAnotherKey() =>
        Assert.Equal(
            "encryptionsalt: v1:S:v1:N:C\nconfig:\n  shop:a: b\n",
            Parse("secretsprovider: azurekeyvault://v.vault.azure.net/keys/k\nencryptedkey: abc\nconfig:\n  shop:a: b\n").WithSecrets(new SecretsSettings { EncryptionSalt = "v1:S:v1:N:C" }).Text);

    [Fact]
    public void AKeyInAVault_TakesThePlaceOfASalt() =>
        Assert.Equal(
            "# mine\nsecretsprovider: azurekeyvault://v.vault.azure.net/keys/k\nencryptedkey: abc\nconfig:\n  shop:a: b\n",
            Parse("# mine\nencryptionsalt: v1:S:v1:N:C\nconfig:\n  shop:a: b\n")
                .WithSecrets(new SecretsSettings { Provider = "azurekeyvault://v.vault.azure.net/keys/k", EncryptedKey = "abc" }).Text);

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("0x1F")]
    [InlineData("yes")]
    [InlineData("2026-01-01")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("")]
    [InlineData(" padded ")]
    [InlineData("two\nlines")]
    [InlineData("line\n")]
    [InlineData("quote\" back\\slash")]
    [InlineData("*star")]
    [InlineData("{braces}")]
    [InlineData("käse 🧀")]
    [InlineData("@at")]
    [InlineData("colon:")]
    [InlineData("12:30:45")]
    public void AnyString_ReadsBackAsTheSameString(string value)
    {
        var key = new ConfigKey("shop", "a");

        var file = Parse("").WithConfig(ConfigPath.Of(key), ConfigValue.FromString(value));

        Assert.Equal(ConfigValue.FromString(value), file.Settings.Config[key]);
    }

    [Fact]
    public void ABareKey_IsRefusedWithItsPlace()
    {
        var failure = Assert.Throws<ProjectException>(() => Parse("config:\n  a:b:c:d: 1\n"));

        Assert.StartsWith("/p/Pulumi.dev.yaml:2:3:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenYaml_IsRefusedWithItsPlace()
    {
        var failure = Assert.Throws<ProjectException>(() => Parse("config:\n  a: [\n"));

        Assert.Contains("Pulumi.dev.yaml:", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertEdit(string path, ConfigValue value, string old, string @new)
    {
        Assert.Contains(old, Commented, StringComparison.Ordinal);
        Assert.Equal(Commented.Replace(old, @new, StringComparison.Ordinal), Set(Commented, path, value));
    }

    private static StackSettingsFile Parse(string text) => StackSettingsFile.Parse("/p/Pulumi.dev.yaml", "shop", text);

    private static string Set(string text, string path, ConfigValue value) => Parse(text).WithConfig(ConfigPath.Parse(path, "shop"), value).Text;

    private static string Remove(string text, string path) => Parse(text).WithoutConfig(ConfigPath.Parse(path, "shop")).Text;
}
