using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Resources;

public sealed class TransformationTests
{
    [Fact]
    public async Task Transformation_OfAResource_ChangesArgsAndOptions()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", new() { Name = "a" }, new()
        {
            ResourceTransformations = { args => new(new ThingArgs { Name = "b" }, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true })) },
        }));

        var request = host.Monitor.Registration("t");
        Assert.Equal("b", request.Object.Fields["name"].StringValue);
        Assert.True(request.Protect);
    }

    [Fact]
    public async Task Transformations_RunFromTheResourceOutwards()
    {
        var order = new List<string>();
        var host = new Host();
        await host.RunMainAsync(() => Deployment.RunAsync(
            () =>
            {
                var group = new Group("group", new() { ResourceTransformations = { Note("group") } }, withChild: false);
                order.Clear();
                _ = new Thing("t", options: new() { Parent = group, ResourceTransformations = { Note("own") } });
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            new StackOptions { ResourceTransformations = { Note("stack") } }));

        Assert.Equal(["own", "group", "stack"], order);

        ResourceTransformation Note(string name) => _ =>
        {
            order.Add(name);
            return null;
        };
    }

    [Fact]
    public async Task Transformation_ChangingTheParent_IsRejected() =>
        await new Host().SucceedAsync(() =>
        {
            var group = new Group("group", withChild: false);
            Assert.Throws<ArgumentException>(() => new Thing("t", options: new()
            {
                ResourceTransformations = { args => new(args.Args, new CustomResourceOptions { Parent = group }) },
            }));
        });
}
