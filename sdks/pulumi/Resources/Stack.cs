namespace Pulumi;

/// <summary>The root of all resources. Derive from it to declare resources in the constructor and export outputs as properties.</summary>
public class Stack : ComponentResource
{
    /// <summary>The type token of stacks.</summary>
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack of the running deployment.</summary>
    public Stack(StackOptions? options = null)
        : base(
            TypeToken,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            new ComponentResourceOptions { ResourceTransformations = options?.ResourceTransformations ?? [] }) =>
        Deployment.Required.Stack = this;

    /// <summary>Registers a stack whose resources and outputs a function declares.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> declare, StackOptions? options)
        : this(options)
    {
        RegisterOutputs(Output.Create(DeclareAsync()));

        async Task<IDictionary<string, object?>> DeclareAsync() => await declare().ConfigureAwait(false);
    }

    /// <summary>Exports the properties of a stack class.</summary>
    /// <exception cref="RunException">A property is not an output, or was not assigned.</exception>
    internal void RegisterPropertyOutputs()
    {
        var exported = OutputProperty.Of(GetType()).Where(property => property.Name != OutputProperty.Urn).ToList();
        var unassigned = exported.Where(property => property.Read(this) is null).Select(property => property.Name).ToList();
        if (unassigned.Count > 0)
            throw new RunException($"The stack's outputs {string.Join(", ", unassigned)} have no value. Assign them in the constructor of {GetType().Name}.");

        RegisterOutputs();
    }
}
