namespace Provisioning.Engine.Events;

/// <summary>
/// The stable numbers of what goes wrong in an operation, <c>ACC4nnn</c>; docs/command-errors.md says what to do about each.
/// A number is never used for a second meaning.
/// </summary>
public static class ErrorIds
{
    /// <summary>A provider refused or failed a step.</summary>
    public const string StepFailed = "ACC4001";

    /// <summary>A resource was refused before anything was done, such as for bad inputs.</summary>
    public const string RegistrationRefused = "ACC4002";

    /// <summary>A protected resource would be deleted.</summary>
    public const string ProtectedFromDeletion = "ACC4003";

    /// <summary>A protected resource would be replaced.</summary>
    public const string ProtectedFromReplacement = "ACC4004";

    /// <summary>The program ended with a failure.</summary>
    public const string ProgramFailed = "ACC4005";

    /// <summary>A resource could not be read.</summary>
    public const string RefreshFailed = "ACC4006";

    /// <summary>A target names no resource.</summary>
    public const string UnknownTarget = "ACC4007";

    /// <summary>The operation as a whole failed.</summary>
    public const string OperationFailed = "ACC4008";

    /// <summary>A provider cannot work as it is configured: something is missing, or an endpoint cannot be reached or trusted.</summary>
    public const string ProviderNotConfigured = "ACC4009";

    /// <summary>A provider plugin was not found, does not start, or refuses this engine.</summary>
    public const string PluginFailed = "ACC4010";

    /// <summary>Something would be done that the plan of the update does not have.</summary>
    public const string PlanViolated = "ACC4011";

    /// <summary>Something was not done that the plan of the update has.</summary>
    public const string PlanUnfulfilled = "ACC4012";
}
