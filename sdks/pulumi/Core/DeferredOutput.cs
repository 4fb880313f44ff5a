namespace Pulumi;

/// <summary>An output that can be passed on before it is known where it comes from.</summary>
/// <remarks>A program waits for <see cref="Output"/>, so it must be resolved.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates an output that is to be resolved.</summary>
    public DeferredOutput() => Output = new(AwaitAsync());

    /// <summary>The output; settled when the one it is resolved with is.</summary>
    public Output<T> Output { get; }

    /// <summary>Says where the output comes from. Throws <see cref="InvalidOperationException"/> when called twice.</summary>
    public void Resolve(Output<T> output)
    {
        if (!source.TrySetResult(output))
            throw new InvalidOperationException("The deferred output is resolved already. Resolve it once.");
    }

    private async Task<OutputData<T>> AwaitAsync()
    {
        var output = await source.Task.ConfigureAwait(false);
        return await output.Data.ConfigureAwait(false);
    }
}
