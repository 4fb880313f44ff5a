using System.Collections.Immutable;

namespace Provisioning.Bench.Measuring;

/// <summary>A program to run.</summary>
/// <param name="Program">Its file, or its name on <c>PATH</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder it works in.</param>
internal sealed record MeasuredCommand(string Program, ImmutableArray<string> Arguments, string Folder)
{
    /// <summary>As it would be typed.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Path.GetFileName(Program)));
}
