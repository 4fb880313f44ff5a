using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>References to an entry or to a part of it: <c>account/container</c>, <c>vault/secret</c>.</summary>
internal static class PartReferences
{
    /// <summary>Reads a list of references to storage.</summary>
    /// <param name="fields">The entry.</param>
    /// <param name="key">The key of the list.</param>
    public static ImmutableArray<ContainerReference> Containers(Fields fields, string key) =>
        [.. fields.Scalars(key).Select(scalar => Container(scalar, fields.Scope)).OfType<ContainerReference>()];

    /// <summary>Reads a list of references to secrets.</summary>
    /// <param name="fields">The entry.</param>
    /// <param name="key">The key of the list.</param>
    public static ImmutableArray<SecretReference> Secrets(Fields fields, string key) =>
        [.. fields.Scalars(key).Select(scalar => Secret(scalar, fields.Scope)).OfType<SecretReference>()];

    /// <summary>Resolves a reference to storage.</summary>
    /// <param name="scalar">The reference.</param>
    /// <param name="scope">What all entries share.</param>
    public static ContainerReference? Container(YamlScalar scalar, BindingScope scope)
    {
        (string entry, string container) = Split(scalar.Text);
        if (scope.Symbols.Find(entry, scalar.Span, [SectionKeys.Storage]) is not StorageAccount account)
            return null;
        if (container.Length > 0 && !account.Holds(container))
        {
            scope.Diagnostics.ReportWithHint(
                ReferenceDiagnostics.UnknownContainer, scalar.Span, scope.Diagnostics.Suggest(container, account.Containers),
                account.Name, container);
            return null;
        }

        return new ContainerReference(account, container, scalar.Span);
    }

    /// <summary>Resolves a reference to a vault or secret.</summary>
    /// <param name="scalar">The reference.</param>
    /// <param name="scope">What all entries share.</param>
    public static SecretReference? Secret(YamlScalar scalar, BindingScope scope)
    {
        (string entry, string secret) = Split(scalar.Text);
        return scope.Symbols.Find(entry, scalar.Span, [SectionKeys.Vaults]) is Vault vault
            ? new SecretReference(vault, secret, scalar.Span)
            : null;
    }

    /// <summary>Splits a reference into entry and part.</summary>
    /// <param name="text">The reference.</param>
    public static (string Entry, string Part) Split(string text) =>
        text.Split('/', 2) is [var entry, var part] ? (entry, part) : (text, "");
}
