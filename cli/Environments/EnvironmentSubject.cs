using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Environments;

/// <summary>The entry of a document that <c>env</c> is asked about.</summary>
internal static class EnvironmentSubject
{
    /// <summary>
    /// Finds a workload or a pod identity by short name or by address, such as <c>podIdentities.scorer</c>. A short name that both
    /// have is refused, because their pods get tokens in different ways: during a migration the wrong lines would be taken for the right ones.
    /// </summary>
    /// <param name="document">The stack's document.</param>
    /// <param name="name">What the user typed.</param>
    /// <exception cref="CommandException">Nothing has that name, or two entries have it.</exception>
    public static Entry Find(StackDocument document, string name)
    {
        Entry[] entries = [.. document.Workloads, .. document.PodIdentities];
        return entries.Where(entry => entry.Name == name || entry.Address == name).ToArray() switch
        {
            [var only] => only,
            [] => throw new CommandException(new CommandError("ACC7012", ExitCode.Usage, Unknown(name, entries))),
            var several => throw new CommandException(new CommandError(
                "ACC7015",
                ExitCode.Usage,
                $"Several entries of the document are named '{name}'; say {string.Join(" or ", several.Select(entry => $"'{entry.Address}'"))}.")),
        };
    }

    private static string Unknown(string name, Entry[] entries) => entries.Length == 0
        ? $"The document has no workload '{name}', and no other workload or pod identity either."
        : $"The document has no workload or pod identity '{name}'; it has {string.Join(", ", entries.Select(entry => entry is Workload ? entry.Name : entry.Address))}.";
}
