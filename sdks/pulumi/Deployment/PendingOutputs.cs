using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The outputs of a resource that is being registered: its answer, from which each is read when somebody asks for it.</summary>
internal sealed class PendingOutputs(Deployment deployment, Resource resource)
{
    private readonly TaskCompletionSource<RegisteredResource> answer = new();

    /// <summary>Settles all outputs; each depends on the resource.</summary>
    public void Resolve(RegisteredResource registered) => answer.TrySetResult(registered);

    /// <summary>Makes all outputs fail.</summary>
    public void Fail(Exception failure) => answer.TrySetException(failure);

    /// <summary>Settles an output once the resource is registered.</summary>
    public void Read<T>(OutputProperty property, TaskCompletionSource<OutputData<T>> output)
    {
        _ = ReadAsync();

        async Task ReadAsync()
        {
            try
            {
                var data = Find(property, await answer.Task.ConfigureAwait(false));
                output.SetResult(new(data.Value is T value ? value : default, data.Traits));
            }
            catch (Exception failure)
            {
                output.SetException(failure);
            }
        }
    }

    private OutputData<object?> Find(OutputProperty property, RegisteredResource registered)
    {
        var data = Read(property, registered);
        var resources = data.Traits.Resources.Add(resource);
        if (registered.PropertyDependencies.TryGetValue(property.Name, out var dependencies))
            resources = resources.Union(dependencies.Select(urn => new DependencyResource(urn)));
        return new(data.Value, data.Traits with { Resources = resources });
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
