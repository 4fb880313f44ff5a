namespace Pulumi;

/// <summary>A resource that a provider creates, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource, or reads it when the options give its id.</summary>
    /// <param name="type">The type token, such as <c>azure-native:storage:StorageAccount</c>.</param>
    /// <param name="name">The logical name, unique among resources of the type and parent.</param>
    /// <param name="args">The inputs; null for none.</param>
    /// <param name="options">How the engine treats it.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    private protected CustomResource(Urn urn)
        : base(urn) => Id = Output.Create("");

    /// <summary>The id that the provider gave; unknown in previews until the resource exists.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}
