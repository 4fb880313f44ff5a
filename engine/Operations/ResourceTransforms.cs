using System.Collections.Immutable;
using Provisioning.Engine.Callbacks;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Has functions of the program change registrations before anything is made of them: those of the resource itself, then
/// those of its ancestors from the nearest on, then those of the stack. Each sees what the one before made. Thread-safe.
/// </summary>
/// <remarks>
/// They may change inputs and options, not type, name and parent. Inputs are output values on this way, so that
/// what an input depends on goes where its value goes.
/// </remarks>
internal sealed class ResourceTransforms(CallbackClients callbacks, Registrations registrations)
{
    private ImmutableArray<Callback> ofStack = [];

    /// <summary>Applies a transform to every resource that is registered from now on.</summary>
    public void AddToStack(Callback transform) =>
        ImmutableInterlocked.Update(ref ofStack, (all, added) => all.Add(added), transform);

    /// <summary>The registration as the transforms want it; the very same when there are none.</summary>
    /// <exception cref="RpcException">A transform failed.</exception>
    public async Task<RegisterResourceRequest> ApplyAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var transforms = request.Transforms.Concat(OfAncestors(request.Parent)).Concat(ofStack).ToList();
        if (transforms.Count == 0)
            return request;

        var result = request.Clone();
        var inputs = WithDependencies(request);
        foreach (var transform in transforms)
            inputs = await ApplyAsync(transform, result, inputs, cancellationToken).ConfigureAwait(false);

        result.Object = PropertyMarshaller.Marshal(request.Remote ? inputs : inputs.Select(PropertyValueExtensions.WithoutOutputValues), MarshalOptions.KeepAll);
        SetDependencies(result, inputs);
        return result;
    }

    private async Task<PropertyMap> ApplyAsync(
        Callback transform, RegisterResourceRequest request, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var question = new TransformRequest
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = request.Parent,
            Properties = PropertyMarshaller.Marshal(inputs, MarshalOptions.KeepAll),
            Options = TransformOptions.Of(request),
        };
        var answer = await callbacks.InvokeAsync(transform, question, TransformResponse.Parser, cancellationToken).ConfigureAwait(false);
        if (answer.Options is { } options)
            TransformOptions.Set(request, options);
        return answer.Properties is { } properties ? KeepDependencies(inputs, PropertyMarshaller.Unmarshal(properties)) : inputs;
    }

    /// <summary>
    /// What a transform answered. SDKs that answer plain values do not say what an input depends on: it stays what it was.
    /// </summary>
    private static PropertyMap KeepDependencies(PropertyMap before, PropertyMap after) =>
        PropertyMap.Create(after.AsEnumerable().Select(input => KeyValuePair.Create(
            input.Key,
            input.Value.OutputDependencies().Any() ? input.Value : WithDependencies(input.Value, [.. before.GetOrNull(input.Key).OutputDependencies()]))));

    private IEnumerable<Callback> OfAncestors(string parent)
    {
        for (var goal = Find(parent); goal is not null; goal = goal.Parent is { } next ? registrations.FindGoal(next) : null)
        {
            foreach (var transform in goal.Transforms)
                yield return transform;
        }
    }

    private Goal? Find(string parent) => Urn.TryParse(parent, out var urn) ? registrations.FindGoal(urn) : null;

    /// <summary>The inputs, as output values where the request says of an input what it depends on.</summary>
    private static PropertyMap WithDependencies(RegisterResourceRequest request)
    {
        var inputs = PropertyMarshaller.Unmarshal(request.Object);
        var dependencies = ResourceOptions.PropertyDependencies(request, inputs, ResourceOptions.Urns(request.Dependencies));
        return PropertyMap.Create(inputs.AsEnumerable().Select(input => KeyValuePair.Create(
            input.Key, WithDependencies(input.Value, [.. dependencies[input.Key].Select(urn => urn.ToString())]))));
    }

    private static PropertyValue WithDependencies(PropertyValue value, ImmutableArray<string> dependencies)
    {
        if (dependencies.All(value.OutputDependencies().Contains))
            return value;

        var all = dependencies.Union(value.OutputDependencies(), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return value switch
        {
            PropertyValue.OutputValue output => output with { Dependencies = all },
            PropertyValue.SecretValue { Element: PropertyValue.UnknownValue } => new PropertyValue.OutputValue(null, true, all),
            PropertyValue.SecretValue secret => new PropertyValue.OutputValue(secret.Element, true, all),
            PropertyValue.UnknownValue => new PropertyValue.OutputValue(null, false, all),
            _ => new PropertyValue.OutputValue(value, false, all),
        };
    }

    private static void SetDependencies(RegisterResourceRequest request, PropertyMap inputs)
    {
        request.PropertyDependencies.Clear();
        foreach (var (name, value) in inputs)
        {
            var urns = value.OutputDependencies().Distinct(StringComparer.Ordinal).ToList();
            request.PropertyDependencies[name] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } };
            request.Dependencies.Add(urns.Except(request.Dependencies));
        }
    }
}
