namespace Pulumi;

/// <summary>Options of a stack.</summary>
public class StackOptions
{
    /// <summary>Functions that may change the arguments and options of all resources of the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
}
