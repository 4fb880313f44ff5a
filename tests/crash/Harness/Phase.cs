using System.Collections.Immutable;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>A part of the life of the stack that a process may die in.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Document">What the stack is to be; null for nothing.</param>
internal sealed record Phase(string Name, string? Document)
{
    /// <summary>The three parts, which follow each other in a circle.</summary>
    public static ImmutableArray<Phase> All { get; } = [new("create", "first"), new("change", "second"), new("destroy", null)];

    /// <summary>The command that brings it about.</summary>
    public ImmutableArray<string> Command => Document is null ? CrashProject.Destroy : CrashProject.Up;

    public override string ToString() => Name;
}
