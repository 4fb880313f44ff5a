namespace Provisioning.Infra.Tests.Access;

/// <summary>Azure keeps one assignment per principal, role and scope; the plan has no more, and forgets no reason.</summary>
public sealed class GrantMergingTests
{
    [Fact]
    public void SameNeedOfTwoWorkloads_IsOneGrantWithBothReasons()
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload("pulls: [private]")}\n{Sample.Workload("pulls: [private]", "evaluate")}");

        Assert.Equal(
            ["workloads.train pulls from registries.private", "workloads.evaluate pulls from registries.private"],
            Assert.Single(plan.Grants).Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void SameNeedOfTwoIdentities_StaysTwoGrants()
    {
        var plan = Sample.Plan(
            $"workloads:\n{Sample.Workload("pulls: [private]")}\n{Sample.Workload("pulls: [private]", "evaluate", "builder")}");

        Assert.Equal(
            ["identities.trainer: AcrPull on registries.private", "identities.builder: AcrPull on registries.private"], plan.Lines());
    }

    [Theory]
    [InlineData("pulls: [private]", "pushes: [private]", "AcrPush on registries.private")]
    [InlineData("reads: [data/models]", "writes: [data/models]", "Storage Blob Data Contributor on storage.data/models")]
    [InlineData("reads: [data/models]", "writes: [data]", "Storage Blob Data Contributor on storage.data")]
    [InlineData("secrets: [main/token]", "secrets: [main]", "Key Vault Secrets User on vaults.main")]
    public void WeakerGrant_IsAbsorbedByTheStrongerOne(string weaker, string stronger, string expected)
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload(weaker)}\n{Sample.Workload(stronger, "evaluate")}");

        Assert.Equal([$"identities.trainer: {expected}"], plan.Lines());
        Assert.Equal(2, Assert.Single(plan.Grants).Reasons.Length);
    }

    [Fact]
    public void ReadingAnAccountAndWritingOneContainer_StayTwoGrants()
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload("reads: [data]")}\n{Sample.Workload("writes: [data/models]", "evaluate")}");

        Assert.Equal(
            [
                "identities.trainer: Storage Blob Data Reader on storage.data",
                "identities.trainer: Storage Blob Data Contributor on storage.data/models",
            ],
            plan.Lines());
    }

    [Fact]
    public void GrantWithoutCondition_WinsOverTheSameOneWithCondition()
    {
        var plan = Sample.Plan(
            $"""
            workloads:
            {Sample.Workload("reads: [data/models]")}
            grants:
              narrow:
                principal: identities.trainer
                role: Storage Blob Data Reader
                scope: storage.data/models
                condition: "@Resource[x] StringEquals 'y'"
                reason: Only some blobs.
            """);

        Assert.Equal("", Assert.Single(plan.Grants).Condition);
    }

    [Fact]
    public void ConditionalGrant_AbsorbsNothing()
    {
        var plan = Sample.Plan(
            $"""
            workloads:
            {Sample.Workload("reads: [data/models]")}
            grants:
              narrow:
                principal: identities.trainer
                role: Storage Blob Data Contributor
                scope: storage.data
                condition: "@Resource[x] StringEquals 'y'"
                reason: Only some blobs.
            """);

        Assert.Equal(2, plan.Grants.Length);
    }
}
