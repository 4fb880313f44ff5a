using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Turns references to resources into objects.</summary>
internal static class ResourceReferences
{
    /// <summary>
    /// The object for a resource: of the wanted class when that is the class of the resource's type, else one that
    /// knows its URN only. Null when neither fits.
    /// </summary>
    public static Resource? Resolve(string urn, Type type)
    {
        if (type.GetCustomAttribute<ResourceTypeAttribute>()?.Type == new Urn(urn).Type)
            return Construct(urn, type);

        return type.IsAssignableFrom(typeof(DependencyResource)) ? new DependencyResource(urn) : null;
    }

    private static Resource? Construct(string urn, Type type)
    {
        ResourceOptions options = type.IsAssignableTo(typeof(CustomResource))
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        var constructor = type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is [{ ParameterType: var name }, _, { ParameterType: var last }]
            && name == typeof(string) && last.IsInstanceOfType(options));
        return constructor?.Invoke([new Urn(urn).Name, null, options]) as Resource;
    }
}
