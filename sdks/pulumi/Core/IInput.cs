namespace Pulumi;

/// <summary>An input whose type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>
    /// What is sent for the input: lists and maps give an output whose elements are inputs themselves, so that one
    /// unknown element leaves the others known.
    /// </summary>
    IOutput Content { get; }

    /// <summary>The input as an output of its plain type.</summary>
    IOutput Flattened { get; }
}
