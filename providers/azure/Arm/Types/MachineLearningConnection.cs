using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.MachineLearningServices/workspaces/connections (bicep-types-az, WorkspaceConnectionPropertiesV2).</summary>
internal static class MachineLearningConnection
{
    /// <summary>The type. Credentials come back null, so a change of them behind our back cannot be seen.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:machinelearningservices:WorkspaceConnection",
        Noun = "workspace connection",
        ApiVersion = "2025-12-01",
        Path = PathTemplate.Parse(MachineLearningWorkspace.Path + "/connections/{connectionName}"),
        AutoName = AutoName.Copy,
        Name = new NameRule("^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$", "3 to 33 letters, digits, '-' or '_', starting with a letter or digit"),
        Envelope = ["properties"],
        Flattens = false,
        Required = ["properties"],
        Replaces = ["properties.authType", "properties.category"],
        ReadOnly = ["properties.createdByWorkspaceArmId", "properties.group"],
    };
}
