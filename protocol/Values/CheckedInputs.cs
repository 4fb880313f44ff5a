using Pulumirpc;

namespace Provisioning.Protocol.Values;

/// <summary>What Check makes of the inputs of a resource.</summary>
/// <param name="Inputs">The inputs with defaults filled in.</param>
/// <param name="Failures">What is wrong with them; empty when they can be used.</param>
public sealed record CheckedInputs(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);
