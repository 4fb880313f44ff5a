using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the outputs of a stack.</summary>
    /// <param name="name">The logical name; also the stack when the arguments give none.</param>
    /// <param name="args">Which stack.</param>
    /// <param name="options">How the engine treats the reference.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs by name.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output, secret when it is in the other stack; null when there is none of the name.</summary>
    public Output<object?> GetOutput(Input<string> name) =>
        WithOwnSecretness(name, Output.Tuple(name.ToOutput(), Outputs).Apply(both => Find(both.Item2, both.Item1)));

    /// <summary>An output, secret when it is in the other stack; fails with <see cref="KeyNotFoundException"/> when there is none.</summary>
    public Output<object> RequireOutput(Input<string> name) =>
        WithOwnSecretness(name, Output.Tuple(name.ToOutput(), Name, Outputs).Apply(all =>
            Find(all.Item3, all.Item1)
            ?? throw new KeyNotFoundException($"The stack '{all.Item2}' has no output '{all.Item1}'. Export it there, or use GetOutput.")));

    /// <summary>An output as a plain or a secret value.</summary>
    /// <exception cref="InvalidOperationException">The outputs are not known yet.</exception>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).Data.ConfigureAwait(false);
        if (!data.IsKnown)
            throw new InvalidOperationException($"The output '{name}' of the stack '{GetResourceName()}' is not known yet. Use GetOutput.");

        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <summary>A plain output; null when there is none of the name.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) =>
        Plain(await GetOutput(name).Data.ConfigureAwait(false), "GetOutput");

    /// <summary>A plain output.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is no output of the name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) =>
        Plain(await RequireOutput(name).Data.ConfigureAwait(false), "RequireOutput");

    private static object? Find(ImmutableDictionary<string, object> outputs, string name) => outputs.GetValueOrDefault(name);

    private static T Plain<T>(OutputData<T> data, string method) =>
        data.IsSecret
            ? throw new InvalidOperationException($"The output is secret and cannot be read as a plain value. Use {method}.")
            : data.Value;

    /// <summary>
    /// One secret output makes the whole map secret; which ones are is told by their names. While those are unknown
    /// the secretness of the map stays.
    /// </summary>
    private Output<T> WithOwnSecretness<T>(Input<string> name, Output<T> output)
    {
        return new(MarkAsync());

        async Task<OutputData<T>> MarkAsync()
        {
            var data = await output.Data.ConfigureAwait(false);
            var secretNames = await Output.Tuple(name.ToOutput(), SecretOutputNames).Data.ConfigureAwait(false);
            if (!secretNames.IsKnown || secretNames.Value.Item2.IsDefault)
                return data;

            return new(data.Value, data.Traits with { IsSecret = secretNames.Value.Item2.Contains(secretNames.Value.Item1) });
        }
    }
}
