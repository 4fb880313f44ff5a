using System.Security;
using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Documents a member with the facts the schema holds about it; a member without facts gets no comment.</summary>
internal sealed class PropertyFacts(PackageSchema package)
{
    /// <summary>Writes the comment of a member, and the mark of a deprecated one.</summary>
    public void Write(CodeWriter code, PropertySchema property)
    {
        var facts = Of(property).ToList();
        if (facts.Count > 0)
        {
            code.Write($"/// <summary>{string.Join(" ", facts)}</summary>");
        }

        if (property.Deprecated)
        {
            code.Write("[Obsolete(\"The package has deprecated this property.\")]");
        }
    }

    private IEnumerable<string> Of(PropertySchema property)
    {
        if (property.Type.Const is { } only)
        {
            yield return $"Set to {Code(only)}.";
        }

        if (property.Default is { } value)
        {
            yield return $"Default: {Code(value.ToString())}.";
        }

        if (property.Env.Count > 0)
        {
            yield return $"Falls back to the environment: {string.Join(", ", property.Env.Select(Code))}.";
        }

        var alternatives = property.Type.Alternatives().Select(key => package.Types[key]).ToList();
        if (alternatives.Count > 0)
        {
            var classes = alternatives.Select(type => $"<see cref=\"{type.CsharpNamespace}.{type.CsharpClass}\"/>");
            yield return $"One of {string.Join(", ", classes)}.";
        }

        if (property.ReplaceOnChange)
        {
            yield return "A changed value replaces the resource.";
        }
    }

    private static string Code(string text) => $"<c>{SecurityElement.Escape(text)}</c>";
}
