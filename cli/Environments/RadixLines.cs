using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Cli.Environments;

/// <summary>
/// The lines of a component or job in <c>radixconfig.yaml</c>, or of the sub-pipeline of an environment, and in comments the variables
/// of Azure's client libraries, which Radix sets from the client id.
/// </summary>
internal static class RadixLines
{
    // As Radix's guide on workload identity lists them.
    private static readonly string[] Injected = ["AZURE_AUTHORITY_HOST", "AZURE_CLIENT_ID", FederatedSignIn.TokenFile, "AZURE_TENANT_ID"];

    /// <summary>Writes the lines of a workload that runs on Radix.</summary>
    public static string Write(WorkloadSetting setting)
    {
        if (setting.Workload.RunsOn is not RadixWorkload radix)
            throw new ArgumentException($"The workload '{setting.Workload.Name}' does not run on Radix.", nameof(setting));

        var identity = YamlLines.Map(("azure", YamlLines.Map(("clientId", setting.ClientId))));
        var variables = YamlLines.Map(setting.OwnVariables);
        var lines = radix.Component.Length > 0
            ? YamlLines.Write(YamlLines.Map(("name", radix.Component), ("identity", identity), ("variables", variables)))
            : YamlLines.Write(YamlLines.Map(("build", YamlLines.Map(("subPipeline", YamlLines.Map(("identity", identity), ("variables", variables)))))));
        return lines + InjectedText(setting);
    }

    private static string InjectedText(WorkloadSetting setting) => string.Concat(
        Injected.Select(name => $"#   {name}{(setting.Variables.TryGetValue(name, out var value) ? $"={value}" : "")}\n")
            .Prepend("# Radix sets, besides the variables above:\n")
            .Append($"# The Azure command line signs in with:\n#   {FederatedSignIn.Command}\n"));
}
