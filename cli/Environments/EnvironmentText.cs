using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Environments;

/// <summary>Writes what an entry of the document must run with, in the form that its platform takes.</summary>
internal static class EnvironmentText
{
    /// <summary>Writes what an entry must run with.</summary>
    /// <param name="entry">A workload or a pod identity.</param>
    /// <param name="outputs">The outputs of the deployed stack.</param>
    /// <param name="format">The form; null for that of its platform.</param>
    /// <exception cref="CommandException">The entry is not deployed, or the form is that of another platform.</exception>
    public static string Write(Entry entry, PropertyMap outputs, EnvironmentFormat? format) => entry switch
    {
        Workload workload => Write(WorkloadSetting.Read(workload, outputs), format),
        PodIdentity podIdentity => Write(PodIdentitySetting.Read(podIdentity, outputs), format),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Nothing runs with this entry."),
    };

    private static string Write(WorkloadSetting setting, EnvironmentFormat? format) => Write(setting, format ?? setting.NaturalFormat);

    private static string Write(PodIdentitySetting setting, EnvironmentFormat? format) => format switch
    {
        null or EnvironmentFormat.Kubernetes => PodIdentityManifests.Write(setting),
        EnvironmentFormat.Json => PodIdentityJson.Write(setting),
        { } other => throw new CommandException(new CommandError(
            "ACC7014",
            ExitCode.Usage,
            $"The pod identity '{setting.PodIdentity.Name}' has no form '{Name(other)}', because it sets no variables; its forms are '{Name(EnvironmentFormat.Kubernetes)}' and '{Name(EnvironmentFormat.Json)}'.")),
    };

    private static string Write(WorkloadSetting setting, EnvironmentFormat format)
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
