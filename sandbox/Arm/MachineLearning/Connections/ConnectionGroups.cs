namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>What the service knows about categories and ways of signing in of connections.</summary>
internal static class ConnectionGroups
{
    /// <summary>The ways of signing in.</summary>
    public static IReadOnlyList<string> AuthTypes { get; } =
    [
        "AAD", "AccessKey", "AccountKey", "ApiKey", "CustomKeys", "ManagedIdentity", "None", "OAuth2", "PAT", "SAS", "ServicePrincipal",
        "UsernamePassword",
    ];

    /// <summary>The group a category is shown in.</summary>
    public static string Of(string category) => category switch
    {
        "ContainerRegistry" or "GenericContainerRegistry" or "AzureKeyVault" or "AppInsights" => "Azure",
        "AzureOpenAI" or "AIServices" or "CognitiveSearch" => "AzureAI",
        "AzureBlob" or "ADLSGen2" or "AzureStorageAccount" or "S3" => "File",
        "Snowflake" => "Database",
        "PythonFeed" or "Git" or "ApiKey" or "CustomKeys" or "Serverless" => "GenericProtocol",
        _ => "ServicesAndApps",
    };
}
