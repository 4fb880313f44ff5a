using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Authorization.Conditions;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ConditionTests
{
    private static readonly AccessRequest Request = new(Guid.Empty, "A/b/read", ArmId.Root)
    {
        SubOperation = "Blob.List",
        Attributes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["Resource[A/b:name]"] = ["Data"],
            ["Request[A:ids]"] = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"],
        },
    };

    [Theory]
    [InlineData("ActionMatches{'A/b/read'}", true)]
    [InlineData("ActionMatches{'A/*'}", true)]
    [InlineData("!(ActionMatches{'A/b/read'})", false)]
    [InlineData("SubOperationMatches{'Blob.List'}", true)]
    [InlineData("@Resource[A/b:name] StringEquals 'Data'", true)]
    [InlineData("@Resource[A/b:name] StringEquals 'data'", false)]
    [InlineData("@Resource[A/b:name] StringEqualsIgnoreCase 'data'", true)]
    [InlineData("@Resource[A/b:name] StringNotEquals 'other'", true)]
    [InlineData("@Resource[A/b:name] StringLike 'D*a'", true)]
    [InlineData("@resource[a/B:Name] StringStartsWith 'Da'", true)]
    [InlineData("@Resource[A/b:missing] StringEquals 'x'", false)]
    [InlineData("Exists @Resource[A/b:name]", true)]
    [InlineData("NOT Exists @Resource[A/b:missing]", true)]
    [InlineData("@Request[A:ids] ForAnyOfAnyValues:GuidEquals {11111111-1111-1111-1111-111111111111}", true)]
    [InlineData("@Request[A:ids] ForAllOfAnyValues:GuidEquals {11111111-1111-1111-1111-111111111111}", false)]
    [InlineData("ActionMatches{'x'} OR ActionMatches{'A/b/read'} AND SubOperationMatches{'Blob.List'}", true)]
    [InlineData("(ActionMatches{'x'} || ActionMatches{'A/b/read'}) && SubOperationMatches{'other'}", false)]
    public void Condition_holds_as_written(string condition, bool expected) =>
        Assert.Equal(expected, Condition.Parse(condition).Holds(Request));

    [Theory]
    [InlineData("")]
    [InlineData("ActionMatches{'a'")]
    [InlineData("(ActionMatches{'a'}")]
    [InlineData("@Resource[a:b] Resembles 'x'")]
    [InlineData("@Resource[a:b] StringEquals")]
    [InlineData("ActionMatches{'a'} ActionMatches{'b'}")]
    [InlineData("ActionMatches{'a'} # comment")]
    public void Text_that_is_no_condition_is_explained(string condition) => Assert.False(string.IsNullOrWhiteSpace(Condition.Check(condition)));
}
