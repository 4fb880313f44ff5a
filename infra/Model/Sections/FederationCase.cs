using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.federation</c>.</summary>
internal sealed class FederationCase() : HostCase(new Field("federation", Shape, "Anything else whose tokens have an issuer and a subject."))
{
    private static readonly ObjectShape Shape = new(
        new Field("issuer", TextShapes.Issuer, "Issuer of the tokens, byte for byte as in their `iss`.") { Required = true },
        new Field("subject", TextShapes.Subject, "Subject of the tokens, in the same casing as their `sub`.") { Required = true },
        new Field("audience", TextShapes.Any, "Audience of the tokens.") { Otherwise = "the cloud's" });

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Issuer("issuer") is { } issuer && fields.OptionalText("subject") is { } subject
            ? new FederatedHost
            {
                Span = fields.Span,
                Issuer = issuer,
                Subject = new Subject(subject),
                Audience = fields.OptionalText("audience"),
            }
            : null;
}
