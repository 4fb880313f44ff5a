using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>
/// What a value of the document may look like. Shapes are declared once; the loader's checks, <c>stacks/schema.json</c> and the
/// key tables of the documentation all come from them.
/// </summary>
internal abstract record Shape
{
    /// <summary>The form with its article, for messages: <c>a list</c>.</summary>
    public abstract string Form { get; }

    /// <summary>The form in few words, for the documentation's tables.</summary>
    public abstract string Summary { get; }

    /// <summary>Reports how a value departs from the shape, and marks it so that nothing else is made of it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">What messages call the value, and where a missing key is reported.</param>
    /// <param name="check">The check in progress.</param>
    public abstract void Check(YamlNode value, Place place, ShapeCheck check);
}
