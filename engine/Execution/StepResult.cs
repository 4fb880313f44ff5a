using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>How a step ended. A failure was shown to the user already.</summary>
/// <param name="Succeeded">Whether what the step says is done.</param>
/// <param name="State">The resource as it is now; null when it is gone, or was never there.</param>
internal sealed record StepResult(bool Succeeded, ResourceState? State);
