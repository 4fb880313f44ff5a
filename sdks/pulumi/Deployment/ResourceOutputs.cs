using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Gives new resources the outputs that their registration settles.</summary>
internal sealed class ResourceOutputs(Deployment deployment)
{
    private readonly ConcurrentDictionary<(Type Type, bool All), ImmutableArray<OutputProperty>> properties = new();

    /// <summary>Assigns an output to the properties of a resource.</summary>
    /// <param name="resource">The resource, at the start of its construction.</param>
    /// <param name="all">Whether all properties are filled; of local components it is only the URN.</param>
    /// <exception cref="InvalidOperationException">A property has no setter, or a type that cannot be read.</exception>
    public PendingOutputs Attach(Resource resource, bool all)
    {
        var outputs = new PendingOutputs(deployment, resource);
        foreach (var property in properties.GetOrAdd((resource.GetType(), all), static key => Find(key.Type, key.All)))
            property.Attach(resource, outputs);
        return outputs;
    }

    private static ImmutableArray<OutputProperty> Find(Type type, bool all)
    {
        ImmutableArray<OutputProperty> found = [.. OutputProperty.Of(type).Where(property => all || property.Name == OutputProperty.Urn)];
        foreach (var property in found)
            Check(property);
        return found;
    }

    private static void Check(OutputProperty property)
    {
        var name = $"[Output] {property.Property.DeclaringType?.Name}.{property.Property.Name}";
        if (!property.Property.CanWrite)
            throw new InvalidOperationException($"{name} has no setter. Add one; it may be private.");

        ReadableTypes.Require(property.ValueType, name);
    }
}
