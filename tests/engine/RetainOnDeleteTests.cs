using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A retained resource leaves the state and stays in the cloud.</summary>
public sealed class RetainOnDeleteTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_retained_resource_is_not_deleted_in_the_cloud()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: Retained));

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete a"], stack.Events.Steps);
        Assert.Empty(stack.Names);
        Assert.Equal(["a-1"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task The_old_half_of_a_replacement_is_retained_too()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1")), Retained));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), Retained));

        Assert.Equal(["a-1", "a-2"], stack.Cloud.Resources.Keys.Order());
        Assert.Equal("a-2", stack.State("a").Id);
    }

    [Fact]
    public async Task What_the_last_registration_said_counts()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: Retained));
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(stack.Cloud.Resources);
    }

    private static void Retained(RegisterResourceRequest request) => request.RetainOnDelete = true;
}
