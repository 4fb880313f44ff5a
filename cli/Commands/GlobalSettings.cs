namespace Provisioning.Cli.Commands;

/// <summary>What the options that every command has were set to.</summary>
/// <param name="Directory">The folder to work in; Pulumi.yaml is looked for from there upwards.</param>
/// <param name="Stack">The stack to work on; null for the selected one.</param>
/// <param name="Color"><c>always</c>, <c>never</c> or <c>auto</c>.</param>
/// <param name="NonInteractive">Ask nothing and draw no live tree.</param>
/// <param name="Verbose">Show stack traces and debug messages.</param>
public sealed record GlobalSettings(string Directory, string? Stack, string Color, bool NonInteractive, bool Verbose);
