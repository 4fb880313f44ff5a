namespace Provisioning.Cli.Environments;

/// <summary>The forms in which platforms take the environment of a workload.</summary>
internal enum EnvironmentFormat
{
    /// <summary>Lines of <c>NAME=value</c>.</summary>
    Dotenv,

    /// <summary>A JSON object for scripts.</summary>
    Json,

    /// <summary>Manifests of a service account and of the other variables, and what its pods must have.</summary>
    Kubernetes,

    /// <summary>The lines of an Azure ML job.</summary>
    Aml,

    /// <summary>The lines of a component in <c>radixconfig.yaml</c>.</summary>
    Radix,
}
