using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>
/// What an assembly offers to others, as lines of C# without nullability: what the names of parameters and their
/// defaults are matters to sources that are compiled again.
/// </summary>
internal static class PublicApi
{
    /// <summary>The lines, by the keys that <see cref="AssemblyUse"/> has for their use.</summary>
    public static ImmutableSortedDictionary<string, string> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var lines = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (!IsPublic(type))
                continue;
            var parameters = GenericNames.Names(reader, type.GetGenericParameters());
            var name = SignatureText.NameOf(reader, handle);
            var declaring = SignatureText.WithoutArity(name) + Brackets(parameters);
            lines[name] = TypeLine(reader, type, declaring);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible))
            {
                var key = AssemblyUse.KeyOf(name, reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, GenericNames.Numbered));
                lines[key] = MethodLine(reader, method, declaring);
            }
        }

        return lines.ToImmutable();
    }

    private static string TypeLine(MetadataReader reader, TypeDefinition type, string name)
    {
        var kind = (type.Attributes & (TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
        {
            TypeAttributes.Abstract | TypeAttributes.Sealed => "static class",
            TypeAttributes.Abstract => "abstract class",
            TypeAttributes.Sealed => "sealed class",
            0 => "class",
            _ => "interface",
        };
        var parent = type.BaseType.IsNil ? "" : TypeOf(reader, type.BaseType, GenericNames.Names(reader, type.GetGenericParameters()));
        return parent switch
        {
            "System.ValueType" => $"struct {name}",
            "System.Enum" => $"enum {name}",
            "" or "System.Object" => $"{kind} {name}",
            _ => $"{kind} {name} : {parent}",
        };
    }

    private static string MethodLine(MetadataReader reader, MethodDefinition method, string declaring)
    {
        var generics = GenericNames.Of(reader, method);
        var signature = method.DecodeSignature(SignatureText.Instance, generics);
        var modifiers =
            (IsProtected(method) ? "protected " : "") + (method.Attributes.HasFlag(MethodAttributes.Static) ? "static " : "");
        var name = reader.GetString(method.Name);
        if (name == ".ctor")
            return $"{modifiers}new {declaring}({Parameters(reader, method, signature)})";
        if (name.StartsWith("get_", StringComparison.Ordinal) && signature.ParameterTypes.IsEmpty)
            return $"{modifiers}{signature.ReturnType} {declaring}.{name[4..]} {{ get; }}";
        if (name.StartsWith("set_", StringComparison.Ordinal) && signature.ParameterTypes is [var value])
            return $"{modifiers}{value} {declaring}.{name[4..]} {{ set; }}";
        return $"{modifiers}{signature.ReturnType} {declaring}.{name}{Brackets(generics.OfMethod)}({Parameters(reader, method, signature)})";
    }

    private static string Parameters(MetadataReader reader, MethodDefinition method, MethodSignature<string> signature) => string.Join(", ", method.GetParameters()
        .Select(reader.GetParameter)
        .Where(parameter => parameter.SequenceNumber > 0)
        .Select(parameter => $"{Params(reader, parameter)}{signature.ParameterTypes[parameter.SequenceNumber - 1]} {reader.GetString(parameter.Name)}{Default(reader, parameter)}"));

    private static string Params(MetadataReader reader, Parameter parameter) => parameter.GetCustomAttributes()
        .Select(attribute => reader.GetCustomAttribute(attribute).Constructor)
        .Where(constructor => constructor.Kind == HandleKind.MemberReference)
        .Any(constructor => SignatureText.NameOf(reader, reader.GetMemberReference((MemberReferenceHandle)constructor).Parent) == typeof(ParamArrayAttribute).FullName)
            ? "params " : "";

    private static string Default(MetadataReader reader, Parameter parameter)
    {
        if (!parameter.Attributes.HasFlag(ParameterAttributes.Optional))
            return "";
        if (parameter.GetDefaultValue() is not { IsNil: false } handle)
            return " = default";
        var constant = reader.GetConstant(handle);
        return constant.TypeCode == ConstantTypeCode.NullReference
            ? " = null"
            : $" = {Convert.ToString(reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode), CultureInfo.InvariantCulture)?.ToLowerInvariant()}";
    }

    private static string TypeOf(MetadataReader reader, EntityHandle type, ImmutableArray<string> parameters) => type.Kind == HandleKind.TypeSpecification
        ? reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(SignatureText.Instance, new GenericNames(parameters, []))
        : SignatureText.NameOf(reader, type);

    private static string Brackets(ImmutableArray<string> names) => names.IsEmpty ? "" : $"<{string.Join(", ", names)}>";

    private static bool IsPublic(TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic;

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public || IsProtected(method);

    private static bool IsProtected(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Family or MethodAttributes.FamORAssem;
}
