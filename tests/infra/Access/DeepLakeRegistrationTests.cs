using Provisioning.Infra.Access;

namespace Provisioning.Infra.Tests.Access;

/// <summary>Deep Lake takes each principal once per organization.</summary>
public sealed class DeepLakeRegistrationTests
{
    [Fact]
    public void TwoWorkloadsOfOneIdentity_ShareARegistration()
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload("deeplake: [research]")}\n{Sample.Workload("deeplake: [research]", "evaluate")}");

        var registration = Assert.Single(plan.Registrations);
        Assert.Equal("identities.trainer-deeplake.research", registration.Name);
        Assert.Equal(2, registration.Reasons.Length);
    }

    [Fact]
    public void TwoIdentities_HaveARegistrationEach()
    {
        var plan = Sample.Plan(
            $"workloads:\n{Sample.Workload("deeplake: [research]")}\n{Sample.Workload("deeplake: [research]", "evaluate", "builder")}");

        Assert.Equal(2, plan.Registrations.Length);
    }

    [Fact]
    public void ListedIdentity_IsRegisteredWithoutAWorkload()
    {
        var plan = AccessPlan.Of(Sample.Document("workloads: {}", "    members: [builder]"));

        Assert.Equal("identities.builder-deeplake.research", Assert.Single(plan.Registrations).Name);
    }

    [Fact]
    public void ListedIdentityOfAWorkload_IsRegisteredOnce()
    {
        var plan = AccessPlan.Of(Sample.Document($"workloads:\n{Sample.Workload("deeplake: [research]")}", "    members: [trainer]"));

        Assert.Equal(2, Assert.Single(plan.Registrations).Reasons.Length);
    }
}
