using Provisioning.Cli.Diagnostics;

namespace Provisioning.Cli.Environments;

/// <summary>Writes the environment of a workload in the form that its platform takes.</summary>
internal static class EnvironmentText
{
    /// <summary>Writes a setting.</summary>
    /// <exception cref="CommandException">The form is that of another platform.</exception>
    public static string Write(WorkloadSetting setting, EnvironmentFormat format)
    {
        if (format is EnvironmentFormat.Kubernetes or EnvironmentFormat.Radix or EnvironmentFormat.Aml && format != setting.NaturalFormat)
        {
            throw new CommandException(new CommandError(
                "ACC7014",
                ExitCode.Usage,
                $"The workload '{setting.Workload.Name}' does not run there; its form is '{Name(setting.NaturalFormat)}', and '{Name(EnvironmentFormat.Dotenv)}' and '{Name(EnvironmentFormat.Json)}' are everybody's."));
        }

        return format switch
        {
            EnvironmentFormat.Dotenv => DotenvText.Write(setting),
            EnvironmentFormat.Json => EnvironmentJson.Write(setting),
            EnvironmentFormat.Kubernetes => KubernetesManifests.Write(setting),
            EnvironmentFormat.Aml => JobLines.Write(setting),
            EnvironmentFormat.Radix => RadixLines.Write(setting),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }

    private static string Name(EnvironmentFormat format) => format.ToString().ToLowerInvariant();
}
