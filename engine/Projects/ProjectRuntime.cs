using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>What runs a program.</summary>
/// <param name="Name">The language host, such as <c>dotnet</c>.</param>
/// <param name="Options">Its scalar options, such as <c>binary</c>: a prebuilt assembly.</param>
public sealed record ProjectRuntime(string Name, ImmutableSortedDictionary<string, string> Options)
{
    /// <summary>The runtime of a project that names none.</summary>
    public static ProjectRuntime None { get; } = new("", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
