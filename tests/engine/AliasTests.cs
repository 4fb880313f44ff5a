using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource is found under the names it had before.</summary>
public sealed class AliasTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_resource_is_found_by_an_old_urn()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));

        await stack.UpAsync(program => program.RegisterAsync("new", options: request => request.AliasURNs.Add(TestStack.UrnOf("old").ToString())));

        Assert.Equal(["same new"], stack.Events.Steps);
        Assert.Equal(["new"], stack.Names);
        Assert.Equal("old-1", stack.State("new").Id);
    }

    [Fact]
    public async Task A_resource_is_found_by_an_old_name()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));

        await stack.UpAsync(program => program.RegisterAsync("new", options: request => request.Aliases.Add(Spec(spec => spec.Name = "old"))));

        Assert.Equal(["same new"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_resource_is_found_by_an_old_type()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", type: "test:v1:Thing"));

        await stack.UpAsync(program => program.RegisterAsync(
            "a", options: request => request.Aliases.Add(Spec(spec => spec.Type = "test:v1:Thing")), type: "test:v2:Thing"));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal("test:v2:Thing", stack.State("a").Type);
    }

    [Fact]
    public async Task A_resource_that_moved_under_a_parent_is_found_without_it()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(async program =>
        {
            var parent = await program.RegisterComponentAsync("parent");
            await program.RegisterAsync("a", options: request =>
            {
                request.Parent = parent.Urn;
                request.Aliases.Add(Spec(spec => spec.NoParent = true));
            });
        });

        Assert.Equal(["create parent", "same a"], stack.Events.Steps);
        Assert.Equal("test:index:Component$test:index:Thing", stack.State("a").Urn.QualifiedType);
    }

    [Fact]
    public async Task A_resource_that_moved_between_parents_is_found_under_the_old_one()
    {
        await stack.UpAsync(Program("one", null));

        await stack.UpAsync(Program("two", "one"));

        Assert.Contains("same a", stack.Events.Steps);
        Assert.Equal("two", stack.State("a").Parent?.Name);

        static Func<TestProgram, Task> Program(string parent, string? before) => async program =>
        {
            var one = await program.RegisterComponentAsync("one", type: "test:index:One");
            var two = await program.RegisterComponentAsync("two", type: "test:index:Two");
            await program.RegisterAsync("a", options: request =>
            {
                request.Parent = parent == "one" ? one.Urn : two.Urn;
                if (before is not null)
                    request.Aliases.Add(Spec(spec => spec.ParentUrn = one.Urn));
            });
        };
    }

    [Fact]
    public async Task Children_of_a_renamed_parent_are_found_with_its_prefix_in_their_names()
    {
        await stack.UpAsync(Family("old", null));

        await stack.UpAsync(Family("new", "old"));

        Assert.Equal(["same new", "same new-child", "same other"], stack.Events.Steps);
        Assert.Equal(["new", "new-child", "other"], stack.Names);
        Assert.Equal("new", stack.State("other").Parent?.Name);

        static Func<TestProgram, Task> Family(string name, string? before) => async program =>
        {
            var parent = await program.RegisterComponentAsync(name, request =>
            {
                if (before is not null)
                    request.Aliases.Add(Spec(spec => spec.Name = before));
            });
            await program.RegisterAsync($"{name}-child", options: request => request.Parent = parent.Urn);
            await program.RegisterAsync("other", options: request => request.Parent = parent.Urn);
        };
    }

    [Fact]
    public async Task Children_of_a_retyped_parent_are_found_below_its_old_type()
    {
        await stack.UpAsync(Family("test:v1:Component", null));

        await stack.UpAsync(Family("test:v2:Component", "test:v1:Component"));

        Assert.Equal(["same parent", "same child", "same grandchild"], stack.Events.Steps);
        Assert.Equal("test:v2:Component$test:index:Component$test:index:Thing", stack.State("grandchild").Urn.QualifiedType);

        static Func<TestProgram, Task> Family(string type, string? before) => async program =>
        {
            var parent = await program.RegisterComponentAsync(
                "parent",
                request =>
                {
                    if (before is not null)
                        request.Aliases.Add(Spec(spec => spec.Type = before));
                },
                type);
            var child = await program.RegisterComponentAsync("child", request => request.Parent = parent.Urn);
            await program.RegisterAsync("grandchild", options: request => request.Parent = child.Urn);
        };
    }

    [Fact]
    public async Task The_own_urn_comes_first()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a");
            await program.RegisterAsync("b");
        });

        await stack.UpAsync(program => program.RegisterAsync("b", options: request => request.Aliases.Add(Spec(spec => spec.Name = "a"))));

        Assert.Equal(["same b", "delete a"], stack.Events.Steps);
        Assert.Equal("b-1", stack.State("b").Id);
    }

    [Fact]
    public async Task References_by_the_old_urn_are_rewritten()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("old");
            await program.RegisterAsync("b", Map(("target", a.Id)), request => request.InputDependsOn("target", a.Urn));
        });

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("new", options: request => request.Aliases.Add(Spec(spec => spec.Name = "old")));
            throw new ExitException(1);
        });

        var b = stack.State("b");
        Assert.Equal([TestStack.UrnOf("new")], b.Dependencies.AsEnumerable());
        Assert.Equal([TestStack.UrnOf("new")], b.PropertyDependencies["target"].AsEnumerable());
    }

    [Fact]
    public async Task Children_that_were_not_reached_are_renamed_with_their_parent()
    {
        await stack.UpAsync(async program =>
        {
            var parent = await program.RegisterComponentAsync("parent", type: "test:v1:Component");
            await program.RegisterAsync("child", options: request => request.Parent = parent.Urn);
        });

        await stack.UpAsync(async program =>
        {
            await program.RegisterComponentAsync(
                "parent", request => request.Aliases.Add(Spec(spec => spec.Type = "test:v1:Component")), "test:v2:Component");
            throw new ExitException(1);
        });

        Assert.Equal("test:v2:Component$test:index:Thing", stack.State("child").Urn.QualifiedType);
    }

    [Fact]
    public async Task Two_resources_cannot_have_the_same_past()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a", options: request => request.Aliases.Add(Spec(spec => spec.Name = "old")));
            await program.RegisterAsync("b", options: request => request.Aliases.Add(Spec(spec => spec.Name = "old")));
        });

        Assert.StartsWith($"b: The alias '{TestStack.UrnOf("old")}' of '{TestStack.UrnOf("b")}' belongs to another resource", stack.Events.Errors.Single());
    }

    [Fact]
    public async Task A_past_urn_cannot_be_registered_again()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("new", options: request => request.Aliases.Add(Spec(spec => spec.Name = "old")));
            await program.RegisterAsync("old");
        });

        Assert.StartsWith($"old: The URN '{TestStack.UrnOf("old")}' is an alias of '{TestStack.UrnOf("new")}'", stack.Events.Errors.Single());
    }

    private static Alias Spec(Action<Alias.Types.Spec> parts)
    {
        var spec = new Alias.Types.Spec();
        parts(spec);
        return new Alias { Spec = spec };
    }
}
