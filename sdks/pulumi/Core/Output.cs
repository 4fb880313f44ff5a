using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Creates and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is known now.</summary>
    public static Output<T> Create<T>(T value) => new(new OutputData<T>(value, OutputTraits.Plain));

    /// <summary>An output of a value that a task computes.</summary>
    public static Output<T> Create<T>(Task<T> value) => new(ReadAsync(value, OutputTraits.Plain));

    /// <summary>A secret output of a value that is known now.</summary>
    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, OutputTraits.Plain with { IsSecret = true }));

    /// <summary>A secret output of a value that a task computes.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => new(ReadAsync(value, OutputTraits.Plain with { IsSecret = true }));

    /// <summary>A secret copy of an output.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => value.WithTraits(traits => traits with { IsSecret = true });

    /// <summary>A copy of an output that is not secret; its value may be shown and stored in plain.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => output.WithTraits(traits => traits with { IsSecret = false });

    /// <summary>Whether an output is secret, once it is settled.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>One output of the values of all inputs, in order: known when all are, secret when one is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    /// <summary>One output of the values of all outputs, in order: known when all are, secret when one is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Output{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        return new(AllAsync([.. outputs.Select(output => output.Data)]));

        static async Task<OutputData<ImmutableArray<T>>> AllAsync(ImmutableArray<Task<OutputData<T>>> parts)
        {
            var settled = await Task.WhenAll(parts).ConfigureAwait(false);
            return new([.. settled.Select(part => part.Value)], Join(settled.Select(part => part.Traits)));
        }
    }

    /// <summary>An interpolated string whose arguments may be inputs and outputs; numbers and dates in invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        return new(FormatAsync(formattableString));

        static async Task<OutputData<string>> FormatAsync(FormattableString text)
        {
            var arguments = text.GetArguments();
            var settled = await Task.WhenAll(arguments.Select(argument => SettleAsync(argument).AsTask())).ConfigureAwait(false);
            var traits = Join(settled.Select(part => part.Traits));
            return traits.IsKnown
                ? new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. settled.Select(part => part.Value)]), traits)
                : new(null, traits);
        }
    }

    /// <summary>
    /// The JSON text of a value. Inputs and outputs anywhere inside are resolved; the text is secret when one of them
    /// is, and unknown when one of them is.
    /// </summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        return new(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var data = await value.Data.ConfigureAwait(false);
            if (!data.IsKnown)
                return new(null, data.Traits);

            var text = await OutputJsonWriter.WriteAsync(data.Value, options).ConfigureAwait(false);
            return new(text.Value, data.Traits.Join(text.Traits));
        }
    }

    /// <summary>Reads JSON text into a type.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        new(ReadJsonAsync<T>(json, options));

    /// <summary>What is computed from all: known when all are, secret when one is.</summary>
    internal static OutputTraits Join(IEnumerable<OutputTraits> traits) =>
        traits.Aggregate(OutputTraits.Plain, (all, next) => all.Join(next));

    private static async Task<OutputData<T>> ReadAsync<T>(Task<T> value, OutputTraits traits) =>
        new(await value.ConfigureAwait(false), traits);

    private static async Task<OutputData<T>> ReadJsonAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.Data.ConfigureAwait(false);
        return new(data.IsKnown ? JsonSerializer.Deserialize<T>(data.Value, options) : default, data.Traits);
    }

    private static ValueTask<OutputData<object?>> SettleAsync(object? argument) => argument switch
    {
        IOutput output => output.GetDataAsync(),
        IInput input => input.Flattened.GetDataAsync(),
        _ => ValueTask.FromResult(new OutputData<object?>(argument, OutputTraits.Plain)),
    };
}
