using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Makes a user-assigned identity trust an issuer and subject. One write at a time for each identity.</summary>
internal sealed class PutFederatedIdentityCredential() : PutResource(ManagedIdentityTypes.FederatedIdentityCredentials)
{
    private const int MaximumLength = 600;

    /// <inheritdoc/>
    public override string? Exclusive(ArmRequest request) => request.Target.Parent.Key;

    /// <inheritdoc/>
    public override TimeSpan Duration(ArmWorld arm) => arm.Sandbox.Options.Delays.FederatedCredentialWrite;

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) => FederatedCredentialWrites.Busy(request.Target.Parent);

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (CheckProperties(draft.Properties) is { } invalid)
            return invalid;

        var siblings = arm.Resources.ChildrenOf(draft.Id.Parent, ManagedIdentityTypes.FederatedIdentityCredentials)
            .Where(sibling => !sibling.ArmId.Equals(draft.Id))
            .Select(sibling => sibling.Open().ObjectAt("properties"))
            .ToList();
        if (draft.IsNew && siblings.Count >= FederatedCredential.LimitPerParent)
            return ArmError.Invalid($"The managed identity '{draft.Id.Parent}' already has the maximum of {FederatedCredential.LimitPerParent} federated identity credentials.");
        if (siblings.Any(sibling =>
            sibling.TextAt("issuer") == draft.Properties.TextAt("issuer") && sibling.TextAt("subject") == draft.Properties.TextAt("subject")))
        {
            return ArmError.Invalid("Issuer and subject combination already exists for this Managed Identity.");
        }

        var credential = Store(draft, request, arm);
        FederatedCredentialWrites.Publish(draft.Id.Parent, arm);
        return ArmResponse.CreatedOrOk(draft.IsNew, ManagedIdentityTypes.FederatedIdentityCredentials.View(credential, arm));
    }

    private static ArmError? CheckProperties(JsonObject properties)
    {
        if (properties.TextAt("issuer") is not { Length: > 0 } issuer || properties.TextAt("subject") is not { Length: > 0 } subject)
            return ArmError.Invalid("Federated Identity Credential from HTTP body has empty properties.");
        if (properties.At("audiences") is not JsonArray { Count: 1 } audiences || audiences[0].TextAt() is not { Length: > 0 } audience)
            return ArmError.Invalid("Federated identity credentials must have exactly one audience.", "properties.audiences");
        if (issuer.Length > MaximumLength || subject.Length > MaximumLength || audience.Length > MaximumLength)
            return ArmError.Invalid($"Issuer, subject and audience of a federated identity credential have at most {MaximumLength} characters.");
        return Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? null
            : ArmError.Invalid($"The issuer '{issuer}' is no https URL.", "properties.issuer");
    }
}
