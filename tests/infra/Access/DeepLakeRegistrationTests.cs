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
}
