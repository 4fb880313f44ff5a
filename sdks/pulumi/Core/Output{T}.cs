namespace Pulumi;

/// <summary>
/// A value that is known later, together with the resources it comes from and whether it is secret. Outputs are how
/// resources refer to each other: a resource whose inputs hold outputs depends on what they come from.
/// </summary>
/// <remarks>A program ends only when all outputs it created are settled. Thread-safe.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput, IResourceOutput
{
    private PendingOutputs? registration;
    private OutputProperty? property;
    private Task<OutputData<T>>? data;

    /// <summary>An output of what a task computes, which the program waits for.</summary>
    internal Output(Task<OutputData<T>> data)
    {
        this.data = data;
        Deployment.Current?.Tasks.Add(data);
    }

    internal Output(OutputData<T> data) => this.data = Task.FromResult(data);

    /// <summary>What the output holds, once it is settled; faulted when it could not be computed.</summary>
    internal Task<OutputData<T>> Data => data ?? Read();

    /// <summary>An output of a value that a task computes.</summary>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Runs an asynchronous action on the value once it is known; not at all while it is unknown.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) => new(ContinueAsync<ValueTuple>(async value =>
    {
        await func(value).ConfigureAwait(false);
        return new(default, OutputTraits.Plain);
    }));

    /// <summary>
    /// Computes an output from the value once it is known. While it is unknown (in previews) the function does not
    /// run and the result is unknown; secretness and dependencies carry over.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        new(ContinueAsync(value => ValueTask.FromResult(new OutputData<TResult>(func(value), OutputTraits.Plain))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        new(ContinueAsync<TResult>(async value => new(await func(value).ConfigureAwait(false), OutputTraits.Plain)));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        new(ContinueAsync(value => func(value) is { } inner
            ? new ValueTask<OutputData<TResult>>(inner.Data)
            : ValueTask.FromResult(new OutputData<TResult>(default, OutputTraits.Plain))));

    /// <summary>As <see cref="Apply{TResult}(Func{T, Output{TResult}})"/>, for callers that do not know the type of the value.</summary>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => func(value));

    /// <summary>
    /// Outputs have no text: the value may not be known yet. Logs a warning and returns an explanation; throws
    /// <see cref="InvalidOperationException"/> when the environment variable <c>PULUMI_ERROR_OUTPUT_STRING</c> is set.
    /// </summary>
    public override string ToString()
    {
        const string explanation =
            "An Output has no text of its own. Use Output.Format($\"...\") instead of string interpolation, "
            + "or Apply to compute with its value.";

        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is "1" or "true")
            throw new InvalidOperationException(explanation);

        Deployment.Current?.Logger.Warn(explanation);
        return explanation;
    }

    /// <summary>A copy with other traits, once this output is settled.</summary>
    internal Output<T> WithTraits(Func<OutputTraits, OutputTraits> change)
    {
        return new(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync()
        {
            var data = await Data.ConfigureAwait(false);
            return new(data.Value, change(data.Traits));
        }
    }

    /// <summary>The value once it is settled, or the given one when it is unknown.</summary>
    internal async ValueTask<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async ValueTask<OutputData<object?>> IOutput.GetDataAsync()
    {
        var settled = await Data.ConfigureAwait(false);
        return new(settled.Value, settled.Traits);
    }

    void IResourceOutput.ComeFrom(PendingOutputs registration, OutputProperty property) =>
        (this.registration, this.property) = (registration, property);

    /// <summary>Reads the output of a resource as soon as that is registered; most outputs of a program are never asked for.</summary>
    private Task<OutputData<T>> Read()
    {
        if (registration is null || property is null)
            throw new InvalidOperationException("The output comes from no resource.");

        // Many may wait for one output, such as the id of a provider, and need not wait for each other.
        var source = new TaskCompletionSource<OutputData<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref data, source.Task, null) is { } first)
            return first;

        registration.Read(property, source);
        return source.Task;
    }

    private async Task<OutputData<TResult>> ContinueAsync<TResult>(Func<T, ValueTask<OutputData<TResult>>> next)
    {
        var data = await Data.ConfigureAwait(false);
        if (!data.IsKnown)
            return new(default, data.Traits);

        var result = await next(data.Value).ConfigureAwait(false);
        return new(result.Value, data.Traits.Join(result.Traits));
    }
}
