namespace Provisioning.Cli.Environments;

/// <summary>How the Azure command line signs in where the platform mounts a token.</summary>
internal static class FederatedSignIn
{
    /// <summary>The variable with the path of the token, which every such platform sets.</summary>
    public const string TokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    /// <summary>The command, with the variables that the workload has when it runs. No subscription is needed to have access to data.</summary>
    public const string Command =
        $"az login --service-principal -u \"$AZURE_CLIENT_ID\" --tenant \"$AZURE_TENANT_ID\" --federated-token \"$(cat ${TokenFile})\" --allow-no-subscriptions";
}
