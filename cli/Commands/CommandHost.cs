namespace Provisioning.Cli.Commands;

/// <summary>What commands take from the process they run in; tests give their own.</summary>
public sealed record CommandHost
{
    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The folder a relative <c>--cwd</c> starts from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>What the user does to stop it.</summary>
    public required Interrupts Interrupts { get; init; }

    /// <summary>Makes the terminal once the global options are known: colour and whether to ask.</summary>
    public required Func<GlobalSettings, Terminals.Terminal> Terminal { get; init; }

    /// <summary>The process as it is.</summary>
    /// <param name="interrupts">The signals it gets.</param>
    public static CommandHost OfProcess(Interrupts interrupts) => new()
    {
        Interrupts = interrupts,
        Environment = System.Environment.GetEnvironmentVariable,
        WorkingDirectory = Directory.GetCurrentDirectory(),
        Time = TimeProvider.System,
        Terminal = settings => Terminals.Terminal.OfProcess(settings.Color, settings.NonInteractive, System.Environment.GetEnvironmentVariable),
    };
}
