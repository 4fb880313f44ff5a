using System.CommandLine;
using Provisioning.Engine.Projects;

namespace Provisioning.Cli.Commands;

/// <summary>The key that the commands about configuration take, and the option that makes it a path.</summary>
internal sealed class ConfigKeyArgument
{
    private readonly Argument<string> key = new("key") { Description = "The key: <name> of the project, or <namespace>:<name>" };
    private readonly Option<bool> path = new("--path") { Description = "The key is a path into a structured value, such as names[0]" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(key);
        command.Options.Add(path);
    }

    /// <summary>The place in the configuration.</summary>
    public ConfigPath Read(ParseResult arguments, Project project)
    {
        var text = arguments.GetRequiredValue(key);
        return IsPath(arguments) ? ConfigPath.Parse(text, project.Name) : ConfigPath.Of(ConfigKey.Parse(text, project.Name));
    }

    /// <summary>Whether the key is a path.</summary>
    public bool IsPath(ParseResult arguments) => arguments.GetValue(path);
}
