namespace Provisioning.Engine.Backends;

/// <summary>
/// Where Pulumi's self-managed backends keep things (pkg/backend/diy, layout version 1), below the folder or bucket of
/// the URL. Paths are relative, with slashes.
/// </summary>
internal static class StoreLayout
{
    /// <summary>Names the version of the layout.</summary>
    public const string Meta = ".pulumi/meta.yaml";

    /// <summary>Holds a folder for each project, with the states of its stacks.</summary>
    public const string Stacks = ".pulumi/stacks";

    /// <summary>The extension of a state, before one of compression.</summary>
    public const string CheckpointExtension = ".json";

    /// <summary>The extension of what go-cloud keeps beside each file; content never depends on it.</summary>
    public const string AttributesExtension = ".attrs";

    /// <summary>The state of a stack, before an extension of compression.</summary>
    public static string Checkpoint(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}{CheckpointExtension}";

    /// <summary>The tags of a stack.</summary>
    public static string Tags(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}.pulumi-tags";

    /// <summary>
    /// Our journal of a running operation. Pulumi takes only the extensions of JSON and YAML beside a state for stacks.
    /// </summary>
    public static string Journal(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}.journal";

    /// <summary>The folder of a stack's past operations.</summary>
    public static string History(StackReference stack) => $".pulumi/history/{stack.Project}/{stack.Stack}";

    /// <summary>The folder of a stack's past states.</summary>
    public static string Backups(StackReference stack) => $".pulumi/backups/{stack.Project}/{stack.Stack}";

    /// <summary>The folder of a stack's locks.</summary>
    public static string Locks(StackReference stack) => $".pulumi/locks/{stack.FullName}";
}
