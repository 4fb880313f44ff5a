namespace Provisioning.Infra.Model.Shapes;

/// <summary>Azure's rules for names, per resource type.</summary>
internal static class AzureNames
{
    /// <summary>Name of a resource group.</summary>
    public static TextShape ResourceGroup { get; } = new("1 to 90 letters, digits, and -_.(), not ending in a dot")
    {
        NameOf = "a resource group",
        Pattern = "^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$",
    };

    /// <summary>Name of a user-assigned identity.</summary>
    public static TextShape Identity { get; } = new("3 to 128 letters, digits, hyphens and underscores, beginning with a letter or digit")
    {
        NameOf = "a managed identity",
        Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$",
    };

    /// <summary>Name of a federated credential.</summary>
    public static TextShape FederatedCredential { get; } =
        new("3 to 120 letters, digits, hyphens and underscores, beginning with a letter or digit")
        {
            NameOf = "a federated credential",
            Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$",
        };

    /// <summary>Name of a container registry.</summary>
    public static TextShape Registry { get; } = new("5 to 50 letters and digits")
    {
        NameOf = "a container registry",
        Pattern = "^[A-Za-z0-9]{5,50}$",
    };

    /// <summary>Name of a storage account.</summary>
    public static TextShape StorageAccount { get; } = new("3 to 24 lower-case letters and digits")
    {
        NameOf = "a storage account",
        Pattern = "^[a-z0-9]{3,24}$",
    };

    /// <summary>Name of a blob container.</summary>
    public static TextShape Container { get; } = new("3 to 63 lower-case letters, digits and single hyphens, none at the ends")
    {
        NameOf = "a blob container",
        Pattern = "^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$",
    };

    /// <summary>Name of a key vault.</summary>
    public static TextShape Vault { get; } = new("3 to 24 letters, digits and single hyphens, beginning with a letter and ending in none")
    {
        NameOf = "a key vault",
        Pattern = "^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$",
    };

    /// <summary>Name of a key in a vault, optionally with its version.</summary>
    public static TextShape VaultKey { get; } = new("1 to 127 letters, digits and hyphens, optionally with a slash and a version")
    {
        NameOf = "a key",
        Pattern = "^[A-Za-z0-9-]{1,127}(?:/[0-9a-f]{32})?$",
    };

    /// <summary>Name of an Application Insights component, good for a Log Analytics workspace too.</summary>
    public static TextShape Insights { get; } = new("4 to 63 letters, digits and hyphens, none at the ends")
    {
        NameOf = "a telemetry component",
        Pattern = "^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$",
    };

    /// <summary>Name of an Azure ML workspace.</summary>
    public static TextShape Workspace { get; } = new("3 to 33 letters, digits, hyphens and underscores, beginning with a letter or digit")
    {
        NameOf = "a workspace",
        Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$",
    };

    /// <summary>Name of a compute target.</summary>
    public static TextShape Compute { get; } =
        new("3 to 24 letters, digits and hyphens, beginning with a letter, ending in neither a hyphen nor a hyphen and digits")
        {
            NameOf = "a compute target",
            Pattern = "^[A-Za-z](?![A-Za-z0-9-]*-[0-9]+$)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$",
        };

    /// <summary>Name of a workspace connection.</summary>
    public static TextShape Connection { get; } = new("3 to 33 letters, digits, hyphens and underscores, beginning with a letter or digit")
    {
        NameOf = "a connection",
        Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$",
    };

    /// <summary>Name of a Kubernetes instance type.</summary>
    public static TextShape InstanceType { get; } = new("up to 63 letters, digits, hyphens, underscores and dots, none of these at the ends")
    {
        NameOf = "an instance type",
        Pattern = "^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$",
    };
}
