using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Backends;

/// <summary>What the environment may change about a backend, by Pulumi's variables.</summary>
public sealed record StoreOptions
{
    /// <summary>Write states compressed; they are read either way.</summary>
    public bool Gzip { get; init; }

    /// <summary>Keep a copy of the state after each operation, in <c>.pulumi/backups</c>.</summary>
    public bool KeepBackups { get; init; } = true;

    /// <summary>Keep a copy of the state after each save, beside it.</summary>
    public bool RetainCheckpoints { get; init; }

    /// <summary>Reads the variables.</summary>
    /// <exception cref="BackendException">A variable asks for Zstandard.</exception>
    public static StoreOptions FromEnvironment(EnvironmentReader environment) => IsSet(environment, "PULUMI_DIY_BACKEND_ZSTD")
        ? throw new BackendException("PULUMI_DIY_BACKEND_ZSTD is set, and this engine cannot write Zstandard; use PULUMI_DIY_BACKEND_GZIP, or neither.")
        : new()
        {
            Gzip = IsSet(environment, "PULUMI_DIY_BACKEND_GZIP"),
            KeepBackups = !IsSet(environment, "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS") && !IsSet(environment, "PULUMI_DISABLE_CHECKPOINT_BACKUPS"),
            RetainCheckpoints = IsSet(environment, "PULUMI_DIY_BACKEND_RETAIN_CHECKPOINTS") || IsSet(environment, "PULUMI_RETAIN_CHECKPOINTS"),
        };

    private static bool IsSet(EnvironmentReader environment, string name) =>
        environment(name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
