namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>A place in a file of manifests, in the form that compilers print and editors link.</summary>
/// <param name="File">The file as it was named; <c>-</c> for the input.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct ManifestPlace(string File, long Line, long Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
