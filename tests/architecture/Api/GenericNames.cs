using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>What type parameters are called where a signature stands.</summary>
/// <param name="OfType">The parameters of the type.</param>
/// <param name="OfMethod">The parameters of the method.</param>
internal sealed record GenericNames(ImmutableArray<string> OfType, ImmutableArray<string> OfMethod)
{
    /// <summary>No names: parameters are numbered, so that uses and definitions compare equal.</summary>
    public static GenericNames Numbered { get; } = new([], []);

    public static GenericNames Of(MetadataReader reader, MethodDefinition method) => new(
        Names(reader, reader.GetTypeDefinition(method.GetDeclaringType()).GetGenericParameters()),
        Names(reader, method.GetGenericParameters()));

    public static ImmutableArray<string> Names(MetadataReader reader, GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(parameter => reader.GetString(reader.GetGenericParameter(parameter).Name))];
}
