namespace Provisioning.Bench.Subjects;

/// <summary>One of the ways in which the command line is built.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Program">The executable.</param>
internal sealed record ProvisionBuild(string Name, string Program)
{
    /// <summary>The launcher's build, and the one of machine code where <c>provision publish --native</c> has made it.</summary>
    /// <param name="repository">The repository's root.</param>
    public static IReadOnlyList<ProvisionBuild> All(string repository)
    {
        var artifacts = Path.Combine(repository, "artifacts");
        ProvisionBuild native = new("provision, native", Path.Combine(artifacts, "native", "output", "Provisioning.Cli", "provision"));
        return [new("provision", Path.Combine(artifacts, "provision", "provision")), .. File.Exists(native.Program) ? [native] : Array.Empty<ProvisionBuild>()];
    }
}
