using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>Writes types as C# does, with their namespaces and without nullability.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, GenericNames>
{
    public static SignatureText Instance { get; } = new();

    /// <summary>The name of a type as metadata has it, with the number of its parameters: <c>Pulumi.Output`1</c>.</summary>
    public static string NameOf(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeDefinition => NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Not a type."),
    };

    /// <summary>The name as C# has it: <c>Pulumi.Output</c>.</summary>
    public static string WithoutArity(string name) => name.Split('`')[0];

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.Int64 => "long",
        _ => typeCode.ToString().ToLowerInvariant(),
    };

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, GenericNames genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{WithoutArity(genericType)}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(GenericNames genericContext, int index) => genericContext.OfType.ElementAtOrDefault(index) ?? $"!{index}";

    public string GetGenericMethodParameter(GenericNames genericContext, int index) => genericContext.OfMethod.ElementAtOrDefault(index) ?? $"!!{index}";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"ref {elementType}";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    private static string NameOf(MetadataReader reader, TypeReference type) => type.ResolutionScope.Kind == HandleKind.TypeReference
        ? $"{NameOf(reader, type.ResolutionScope)}.{reader.GetString(type.Name)}"
        : Qualify(reader.GetString(type.Namespace), reader.GetString(type.Name));

    private static string NameOf(MetadataReader reader, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? $"{NameOf(reader, outer)}.{reader.GetString(type.Name)}"
        : Qualify(reader.GetString(type.Namespace), reader.GetString(type.Name));

    private static string Qualify(string @namespace, string name) => @namespace.Length == 0 ? name : $"{@namespace}.{name}";
}
