using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>The types and members of other assemblies that a compiled assembly refers to.</summary>
internal static class AssemblyUse
{
    /// <summary>The names of the assemblies that an assembly refers to.</summary>
    public static ImmutableSortedSet<string> Assemblies(string user)
    {
        using var file = new PEReader(File.OpenRead(user));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    /// <summary>
    /// What an assembly uses of another: types by name, members as <see cref="KeyOf"/> has them. The members that a
    /// compiler resolves are all there, those behind properties, operators, attributes and object initializers too.
    /// </summary>
    public static ImmutableSortedSet<string> Of(string user, string used)
    {
        using var file = new PEReader(File.OpenRead(user));
        var reader = file.GetMetadataReader();
        var types = reader.TypeReferences
            .Where(handle => AssemblyOf(reader, handle) == used)
            .Select(handle => SignatureText.NameOf(reader, handle));
        var members = reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Where(member => AssemblyOf(reader, member.Parent) == used)
            .Select(member => KeyOf(
                SignatureText.NameOf(reader, Declaring(reader, member.Parent)),
                reader.GetString(member.Name),
                member.GetKind() == MemberReferenceKind.Method ? member.DecodeMethodSignature(SignatureText.Instance, GenericNames.Numbered) : null));
        return [.. types, .. members];
    }

    /// <summary>
    /// What identifies a member: <c>Pulumi.Output`1.Apply`1(System.Func&lt;!0, !!0&gt;) : Pulumi.Output&lt;!!0&gt;</c>;
    /// fields have their name only.
    /// </summary>
    /// <param name="type">The type that declares it.</param>
    /// <param name="name">The member's name in metadata.</param>
    /// <param name="signature">Its signature with numbered type parameters; null for a field.</param>
    public static string KeyOf(string type, string name, MethodSignature<string>? signature) => signature is not { } method
        ? $"{type}.{name}"
        : $"{type}.{name}`{method.GenericParameterCount}({string.Join(", ", method.ParameterTypes)}) : {method.ReturnType}";

    private static string? AssemblyOf(MetadataReader reader, EntityHandle type) => type.IsNil ? null : type.Kind switch
    {
        HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type).Name),
        HandleKind.TypeReference => AssemblyOf(reader, reader.GetTypeReference((TypeReferenceHandle)type).ResolutionScope),
        HandleKind.TypeSpecification => AssemblyOf(reader, Declaring(reader, type)),
        _ => null,
    };

    /// <summary>The definition of a generic type with arguments, and any other type itself; nil for arrays.</summary>
    private static EntityHandle Declaring(MetadataReader reader, EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
            return type;
        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        blob.ReadSignatureTypeCode();
        return blob.ReadTypeHandle();
    }
}
