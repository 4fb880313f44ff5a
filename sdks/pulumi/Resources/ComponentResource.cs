namespace Pulumi;

/// <summary>A group of resources that appears as one.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component.</summary>
    /// <param name="type">The type token, such as <c>my:module:Component</c>.</param>
    /// <param name="name">The logical name, unique among resources of the type and parent.</param>
    /// <param name="options">How the engine treats it.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers a component with inputs.</summary>
    /// <param name="type">The type token, such as <c>my:module:Component</c>.</param>
    /// <param name="name">The logical name, unique among resources of the type and parent.</param>
    /// <param name="args">The inputs; null for none.</param>
    /// <param name="options">How the engine treats it.</param>
    /// <param name="remote">Whether the provider of its package builds it.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
    {
    }

    /// <summary>Completes the component: its properties marked <see cref="OutputAttribute"/> become its outputs.</summary>
    protected void RegisterOutputs() =>
        RegisterOutputs(OutputProperty.Of(GetType())
            .Where(property => property.Name != OutputProperty.Urn)
            .ToDictionary(property => property.Name, property => property.Read(this)));

    /// <summary>Completes the component with outputs by name; values may be inputs and outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Completes the component with outputs by name; values may be inputs and outputs.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Completes the component with outputs by name; values may be inputs and outputs.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Required.Registrar.StartOutputs(this, outputs);
}
