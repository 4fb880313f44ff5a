namespace Provisioning.Sdk.Generator.Emission;

/// <summary>A C# file of the package: where it lies below the output folder, and its text.</summary>
/// <param name="Path">Relative path with forward slashes, ending in <c>.g.cs</c>.</param>
/// <param name="Text">The file's content, with line feeds as line ends.</param>
internal sealed record GeneratedFile(string Path, string Text);
