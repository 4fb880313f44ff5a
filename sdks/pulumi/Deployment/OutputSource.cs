namespace Pulumi;

/// <summary>An output of a resource that its registration settles.</summary>
internal abstract class OutputSource
{
    /// <summary>The output, an <see cref="Output{T}"/> of the type that the source was created for.</summary>
    public abstract object Output { get; }

    /// <summary>Settles the output.</summary>
    public abstract void Resolve(OutputData<object?> data);

    /// <summary>Makes the output fail.</summary>
    public abstract void Fail(Exception failure);
}

/// <inheritdoc/>
internal sealed class OutputSource<T> : OutputSource
{
    // Code that waits for one output must not run before the others of the resource are settled.
    private readonly TaskCompletionSource<OutputData<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the source and its output.</summary>
    public OutputSource() => Output = new Output<T>(source.Task, isAwaited: false);

    /// <inheritdoc/>
    public override object Output { get; }

    /// <inheritdoc/>
    public override void Resolve(OutputData<object?> data) =>
        source.TrySetResult(new(data.Value is T value ? value : default, data.Traits));

    /// <inheritdoc/>
    public override void Fail(Exception failure) => source.TrySetException(failure);
}
