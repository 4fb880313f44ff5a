using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>The key <c>identity</c> of workspaces and computes: <c>none</c>, <c>system</c>, one identity or a list.</summary>
internal static class IdentityFields
{
    /// <summary>The key.</summary>
    public const string Key = "identity";

    private const string None = "none";
    private const string System = "system";
    private static readonly TextShape One = TextShapes.Reference("an identity");

    /// <summary>Declares the key.</summary>
    /// <param name="meaning">What the identity is for, as a sentence.</param>
    /// <param name="standard">What holds when the key is missing: <c>none</c> or <c>system</c>.</param>
    public static Field Declare(string meaning, string standard) => new(
        Key,
        new EitherShape(One, new ListShape(One) { NonEmpty = true }),
        $"{meaning} `none`, `system`, the short name of an identity, or a list of them.") { Default = standard };

    /// <summary>Reads the key.</summary>
    /// <param name="fields">The entry.</param>
    public static IdentityAssignment Read(Fields fields)
    {
        YamlNode? node = fields.Node(Key);
        string word = node is YamlScalar scalar ? scalar.Text : node is null ? fields.Text(Key) : "";
        if (word == None)
            return new IdentityAssignment.None();
        if (word == System)
            return new IdentityAssignment.SystemAssigned();
        YamlScalar[] names = node is YamlScalar single ? [single] : [.. fields.Scalars(Key)];
        foreach (YamlScalar name in names.Where(name => name.Text is None or System))
        {
            fields.Scope.Diagnostics.Report(
                AzureDiagnostics.IdentityKind, name.Span, "A list of identities", $"contain '{name.Text}'");
        }

        return new IdentityAssignment.UserAssigned(
        [
            .. names.Where(name => name.Text is not (None or System))
                .Select(name => fields.Scope.Symbols.Resolve<Identity>(name, SectionKeys.Identities))
                .OfType<Reference<Identity>>(),
        ]);
    }

    /// <summary>Reports an identity that the resource cannot have.</summary>
    /// <param name="fields">The entry.</param>
    /// <param name="resource">What the entry is, with its article and capitalized.</param>
    /// <param name="problem">What it cannot be or have, as a verb with its object.</param>
    public static void Refuse(Fields fields, string resource, string problem) =>
        fields.Scope.Diagnostics.Report(AzureDiagnostics.IdentityKind, fields.SpanOf(Key), resource, problem);

    /// <summary>Number of user-assigned identities as written, resolved or not.</summary>
    /// <param name="fields">The entry.</param>
    public static int CountWritten(Fields fields) => fields.Node(Key) is YamlSequence list ? list.Items.Length : 1;
}
