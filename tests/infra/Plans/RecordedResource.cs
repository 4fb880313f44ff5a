using System.Collections.Immutable;
using Pulumi;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>What a program asked the engine for, once.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Logical name.</param>
/// <param name="Resource">The program's object.</param>
/// <param name="Parent">Name and type of the parent; empty for the stack.</param>
/// <param name="DependsOn">Names of the explicit dependencies.</param>
internal sealed record RecordedResource(string Type, string Name, Resource Resource, string Parent, ImmutableArray<string> DependsOn)
{
    /// <summary>Inputs as they reached the engine; empty for a component or a read.</summary>
    public ImmutableDictionary<string, object> Inputs { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>Id that was read; empty when the resource is managed.</summary>
    public string ReadId { get; init; } = "";

    /// <summary>Whether it only groups other resources.</summary>
    public bool IsComponent => Resource is ComponentResource;

    /// <summary>An input that is a text.</summary>
    public string? Text(string key) => Inputs.GetValueOrDefault(key) as string;

    /// <summary>A nested input.</summary>
    public object? At(params string[] path)
    {
        object? value = Inputs;
        foreach (var key in path)
        {
            value = (value as ImmutableDictionary<string, object>)?.GetValueOrDefault(key);
        }

        return value;
    }
}
