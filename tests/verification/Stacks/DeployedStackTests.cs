using System.Text.Json;
using Provisioning.Infra.Access;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Tests.Stacks;

public sealed class DeployedStackTests
{
    private static readonly DeployedStack Stack = new(JsonElement.Parse("""{ "computes": { "cpu": { "runsAs": [ { "principalId": "one" } ], "count": 1 } } }"""));

    [Fact]
    public void Text_is_found_through_members_and_lists() => Assert.Equal("one", Stack.Get("computes", "cpu", "runsAs", "0", "principalId"));

    [Theory]
    [InlineData("computes", "gpu")]
    [InlineData("computes", "cpu", "runsAs", "1")]
    [InlineData("computes", "cpu", "runsAs", "first")]
    [InlineData("computes", "cpu", "count")]
    [InlineData("computes", "cpu", "count", "unit")]
    public void What_is_no_text_is_not_found(params string[] path) => Assert.Null(Stack.Find(path));

    [Fact]
    public void What_is_asked_for_and_missing_says_to_deploy()
    {
        var failure = Assert.Throws<NotDeployedException>(() => Stack.Get("registries", "private", "loginServer"));

        Assert.Equal(
            "The stack has no output 'registries.private.loginServer'; the document has changed since the last deployment. Run 'up' first.", failure.Message);
    }

    [Fact]
    public void Principal_of_a_cluster_is_not_guessed()
    {
        var stack = SampleStack.With("");

        Assert.Throws<ArgumentOutOfRangeException>(() => stack.Outputs.PrincipalIdOf(new Principal.Kubelet(stack.Document.Clusters[0])));
    }
}
