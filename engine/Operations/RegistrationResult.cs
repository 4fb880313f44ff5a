using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>How the registration of a resource ended.</summary>
/// <param name="Result">Whether it is as the program wants; failures were shown to the user already.</param>
/// <param name="State">The resource as it is now; null when it does not exist.</param>
internal sealed record RegistrationResult(Result Result, ResourceState? State)
{
    /// <summary>It was left out because something it depends on failed.</summary>
    public static RegistrationResult Skipped { get; } = new(Result.Skip, null);

    /// <summary>It failed.</summary>
    public static RegistrationResult Failed { get; } = new(Result.Fail, null);

    /// <summary>It does not exist and is not a target of the operation.</summary>
    public static RegistrationResult NotCreated { get; } = new(Result.Success, null);
}
