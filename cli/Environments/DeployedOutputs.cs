using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Environments;

/// <summary>Reads the structures that a deployed stack puts out.</summary>
internal static class DeployedOutputs
{
    /// <summary>The members of one entry of an output; empty when the stack does not have it.</summary>
    /// <param name="outputs">The outputs of the stack.</param>
    /// <param name="output">Name of the output, such as <c>workloads</c>.</param>
    /// <param name="entry">Short name of the entry.</param>
    public static PropertyMap Of(PropertyMap outputs, string output, string entry) => Member(Member(outputs, output), entry);

    /// <summary>A member that is a map; empty when there is none.</summary>
    public static PropertyMap Member(PropertyMap map, string name) =>
        map.GetOrNull(name) is PropertyValue.ObjectValue { Members: var members } ? members : PropertyMap.Empty;

    /// <summary>The text of a value.</summary>
    /// <exception cref="FormatException">It is something else, which this version of the program never puts out.</exception>
    public static string Text(PropertyValue? value) => value is PropertyValue.StringValue text
        ? text.Value
        : throw new FormatException("The stack's outputs hold values of an environment that are no strings; run 'up' again.");
}
