namespace Provisioning.Engine.Projects;

/// <summary>The folder where Pulumi, and this engine, keep what belongs to a user.</summary>
public static class PulumiHome
{
    /// <summary><c>PULUMI_HOME</c>, or <c>~/.pulumi</c>.</summary>
    public static string Directory(EnvironmentReader environment) =>
        environment("PULUMI_HOME") is { Length: > 0 } home ? Path.GetFullPath(home) : Path.Combine(UserDirectory(environment), ".pulumi");

    /// <summary>The user's own folder, which <c>~</c> stands for.</summary>
    /// <exception cref="ProjectException">The environment does not tell it.</exception>
    public static string UserDirectory(EnvironmentReader environment) =>
        environment("HOME") is { Length: > 0 } home ? home
        : environment("USERPROFILE") is { Length: > 0 } profile ? profile
        : throw new ProjectException("The user's folder is not known; set HOME.");
}
