namespace Pulumi;

/// <summary>Which part of what a function returns is its result.</summary>
internal enum FunctionResult
{
    /// <summary>The returned object.</summary>
    Whole,

    /// <summary>The value of the object's only member: the function's result is no object.</summary>
    SingleMember,
}
