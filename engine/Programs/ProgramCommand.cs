using System.Collections.Immutable;

namespace Provisioning.Engine.Programs;

/// <summary>The command that runs a program in a process of its own.</summary>
/// <param name="File">The executable; looked up on PATH when it has no folder.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Directory">The working folder.</param>
/// <param name="Environment">Variables added to those of this process; empty values are left out, as Pulumi does.</param>
internal sealed record ProgramCommand(
    string File,
    ImmutableArray<string> Arguments,
    string Directory,
    ImmutableDictionary<string, string> Environment);
