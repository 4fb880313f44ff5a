using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Dependencies are recorded, and order the state.</summary>
public sealed class DependsOnTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task Dependencies_and_the_inputs_they_reach_are_recorded()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            var b = await program.RegisterAsync("b");
            await program.RegisterAsync("c", Map(("target", a.Id), ("size", "small")), request =>
            {
                request.InputDependsOn("target", a.Urn);
                request.DependsOn(b.Urn);
            });
        });

        var c = stack.State("c");
        Assert.Equal([TestStack.UrnOf("a"), TestStack.UrnOf("b")], c.Dependencies.AsEnumerable());
        Assert.Equal([TestStack.UrnOf("a")], c.PropertyDependencies["target"].AsEnumerable());
        Assert.Empty(c.PropertyDependencies["size"]);
    }

    [Fact]
    public async Task Without_word_on_inputs_each_depends_on_everything()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", Map(("size", "small")), request => request.Dependencies.Add(a.Urn));
        });

        Assert.Equal([TestStack.UrnOf("a")], stack.State("b").PropertyDependencies["size"].AsEnumerable());
    }

    [Fact]
    public async Task Output_values_bring_their_dependencies_and_are_stored_plain()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", Map(("target", new PropertyValue.OutputValue("x", true, [a.Urn]))), request =>
                request.PropertyDependencies["other"] = new RegisterResourceRequest.Types.PropertyDependencies());
        });

        var b = stack.State("b");
        Assert.Equal([TestStack.UrnOf("a")], b.PropertyDependencies["target"].AsEnumerable());
        Assert.Equal(Secret("x"), b.Inputs["target"]);
    }

    [Fact]
    public async Task A_resource_moves_behind_what_it_newly_depends_on()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));

        await stack.UpAsync(async program =>
        {
            var added = await program.RegisterAsync("added");
            await program.RegisterAsync("old", options: request => request.DependsOn(added.Urn));
        });

        Assert.Equal(["added", "old"], stack.Names);
    }

    [Fact]
    public async Task What_a_run_did_not_reach_stays_behind_what_it_did()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a");
            await program.RegisterAsync("b");
            await program.RegisterAsync("c");
        });

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("b");
            await program.RegisterAsync("d");
            throw new ExitException(1);
        });

        Assert.Equal(["b", "d", "a", "c"], stack.Names);
    }

    [Fact]
    public async Task A_parent_must_be_registered()
    {
        RpcException? refusal = null;
        await stack.UpAsync(async program =>
        {
            refusal = await Assert.ThrowsAsync<RpcException>(() =>
                program.RegisterAsync("a", options: request => request.Parent = TestStack.UrnOf("nobody").ToString()));
        });

        Assert.Equal(RpcStatusCode.InvalidArgument, refusal?.Code);
    }
}
