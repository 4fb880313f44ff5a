using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A property of a resource class that is marked <see cref="OutputAttribute"/>.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Property">The property, of a type <see cref="Output{T}"/>.</param>
internal sealed record OutputProperty(string Name, PropertyInfo Property)
{
    /// <summary>The wire name of every resource's URN.</summary>
    public const string Urn = "urn";

    /// <summary>The wire name of a custom resource's id.</summary>
    public const string Id = "id";

    /// <summary>The type of the value that the output gives.</summary>
    public Type ValueType { get; } = Property.PropertyType.GenericTypeArguments is [var type] ? type : typeof(void);

    /// <summary>The marked public properties of a class and its bases; a name that is declared twice appears twice.</summary>
    /// <exception cref="RunException">Properties are marked and are no outputs.</exception>
    public static IReadOnlyList<OutputProperty> Of(Type type)
    {
        var properties = new List<OutputProperty>();
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
            foreach (var property in declaring.GetProperties(declared))
            {
                if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
                    properties.Add(new(attribute.Name ?? property.Name, property));
            }
        }

        var wrong = properties.Where(property => !property.IsOutput).Select(property => property.Property.Name).ToList();
        return wrong.Count == 0
            ? properties
            : throw new RunException($"The [Output] properties {string.Join(", ", wrong)} of {type.Name} are not of type Output<T>. Change their type.");
    }

    /// <summary>Gives the property an output of the resource, which its registration settles.</summary>
    public void Attach(Resource resource, PendingOutputs outputs)
    {
        // No constructor: it would be looked for by reflection, for every output of every resource.
        var output = RuntimeHelpers.GetUninitializedObject(Property.PropertyType);
        ((IResourceOutput)output).ComeFrom(outputs, this);
        Property.SetValue(resource, output);
    }

    /// <summary>The output that the property holds.</summary>
    public object? Read(Resource resource) => Property.GetValue(resource);

    private bool IsOutput =>
        Property.PropertyType.IsGenericType && Property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>);
}
