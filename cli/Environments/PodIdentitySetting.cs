using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Environments;

/// <summary>What AAD Pod Identity needs in the cluster: from the document the binding, from the deployed stack the identity's ids.</summary>
/// <param name="PodIdentity">The pod identity of the document.</param>
/// <param name="ResourceId">Resource id of the identity that the pods get.</param>
/// <param name="ClientId">Its client id.</param>
internal sealed record PodIdentitySetting(PodIdentity PodIdentity, string ResourceId, string ClientId)
{
    /// <summary>Reads the setting of a pod identity.</summary>
    /// <param name="podIdentity">The pod identity.</param>
    /// <param name="outputs">The outputs of the deployed stack.</param>
    /// <exception cref="CommandException">Its identity is not deployed.</exception>
    public static PodIdentitySetting Read(PodIdentity podIdentity, PropertyMap outputs)
    {
        var identity = DeployedOutputs.Of(outputs, "identities", podIdentity.Identity.Name);
        return identity.Count > 0
            ? new PodIdentitySetting(
                podIdentity, DeployedOutputs.Text(identity.GetOrNull("resourceId")), DeployedOutputs.Text(identity.GetOrNull("clientId")))
            : throw new CommandException(new CommandError(
                "ACC7013",
                ExitCode.Error,
                $"The identity '{podIdentity.Identity.Name}' of the pod identity '{podIdentity.Name}' is in the document and not in the stack; run 'up' first."));
    }
}
