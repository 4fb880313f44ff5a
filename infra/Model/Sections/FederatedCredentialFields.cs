using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>The list of federated credentials that identities and applications may have.</summary>
internal static class FederatedCredentialFields
{
    private const string Key = "federatedCredentials";

    /// <summary>Shape of one credential.</summary>
    public static ObjectShape Shape { get; } = new(
        new Field("name", AzureNames.FederatedCredential, $"Name of the credential: {AzureNames.FederatedCredential.Expectation}.")
        {
            Required = true,
        },
        new Field("issuer", TextShapes.Issuer, "Issuer of the tokens, byte for byte as in their `iss`.") { Required = true },
        new Field("subject", TextShapes.Subject, "Subject of the tokens, in the same casing as their `sub`.") { Required = true },
        new Field("audience", TextShapes.Any, "The one audience of the tokens.") { Otherwise = "the cloud's" });

    /// <summary>Declares the key.</summary>
    public static Field Declare() => new(
        Key, new ListShape(Shape), "Federated credentials beside those that follow from `workloads`; 20 in all.");

    /// <summary>Reads the list.</summary>
    /// <param name="fields">The entry.</param>
    public static ImmutableArray<FederatedCredential> Read(Fields fields) =>
    [
        .. fields.Items(Key).OfType<YamlMapping>()
            .Select(item => ReadOne(new Fields(Shape, item, item.Span, fields.Scope)))
            .OfType<FederatedCredential>(),
    ];

    private static FederatedCredential? ReadOne(Fields fields) =>
        fields.Issuer("issuer") is { } issuer && fields.OptionalText("subject") is { } subject && fields.OptionalText("name") is { } name
            ? new FederatedCredential(
                name, issuer, new Subject(subject), fields.OptionalText("audience") ?? fields.Scope.Cloud.TokenExchangeAudience(), fields.Span)
            : null;
}
