namespace Pulumi;

/// <summary>What a resource argument takes: a plain value, or an output that will give it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private Output<T>? output;

    private protected Input(Output<T>? output) => this.output = output;

    IOutput IInput.Content => Content;

    IOutput IInput.Flattened => Flattened;

    /// <summary>The input as an output of its plain type.</summary>
    internal Output<T> Flattened => output ??= Flatten();

    private protected virtual IOutput Content => Flattened;

    /// <summary>A plain value as an input.</summary>
    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    /// <summary>An output as an input.</summary>
    public static implicit operator Input<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    /// <summary>Computes the output of inputs that hold their content in another form.</summary>
    private protected virtual Output<T> Flatten() => throw new InvalidOperationException("The input holds no value.");

    /// <summary>Forgets the flattened output, because the content changed.</summary>
    private protected void Invalidate() => output = null;
}
