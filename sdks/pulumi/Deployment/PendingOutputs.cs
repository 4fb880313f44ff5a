using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The outputs of a resource that is being registered.</summary>
internal sealed class PendingOutputs(
    Deployment deployment,
    Resource resource,
    ImmutableArray<(OutputProperty Property, OutputSource Source)> outputs)
{
    /// <summary>Settles all outputs; each depends on the resource.</summary>
    public void Resolve(RegisteredResource registered)
    {
        foreach (var (property, source) in outputs)
        {
            var data = Read(property, registered);
            var dependencies = registered.PropertyDependencies.GetValueOrDefault(property.Name, []);
            var resources = data.Traits.Resources.Add(resource).Union(dependencies.Select(urn => new DependencyResource(urn)));
            source.Resolve(new(data.Value, data.Traits with { Resources = resources }));
        }
    }

    /// <summary>Makes all outputs fail.</summary>
    public void Fail(Exception failure)
    {
        foreach (var (_, source) in outputs)
            source.Fail(failure);
    }

    private OutputData<object?> Read(OutputProperty property, RegisteredResource registered)
    {
        if (property.Name == OutputProperty.Urn)
            return new(registered.Urn, OutputTraits.Plain);

        if (property.Name == OutputProperty.Id)
            return new(registered.Id, OutputTraits.Plain with { IsKnown = registered.Id.Length > 0 });

        if (!registered.State.TryGetValue(property.Name, out var value))
            return new(null, OutputTraits.Plain with { IsKnown = registered.MissingAreKnown });

        try
        {
            return PropertyReader.Read(value, property.ValueType, $"{resource.GetType().Name}.{property.Name}");
        }
        catch (PropertyTypeException mismatch)
        {
            // Providers change faster than SDKs; one property that cannot be read must not stop the program.
            deployment.Logger.Warn(mismatch.Message, resource);
            return new(null, OutputTraits.Plain);
        }
    }
}
