namespace Pulumi.Tests.Fakes;

/// <summary>A local component with one child.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, bool withChild = true)
        : base("my:index:Group", name, options)
    {
        if (withChild)
            Child = new Thing($"{name}-child", options: new() { Parent = this });
    }

    public Thing? Child { get; }

    public void Complete(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
