namespace Pulumi.Serialization;

/// <summary>A value that the engine sent does not fit the type that the program wants.</summary>
/// <param name="path">Where the value is.</param>
/// <param name="what">What it is; never its content.</param>
/// <param name="type">The type that is wanted.</param>
internal sealed class PropertyTypeException(string path, string what, Type type)
    : Exception($"{path} is {what}, which cannot be read as {type}.");
