using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Lifecycle;

/// <summary>Inputs with defaults filled in.</summary>
/// <param name="Inputs">The inputs to store and compare.</param>
/// <param name="Failures">What is wrong with them; none when they can be sent.</param>
internal sealed record CheckedInputs(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);
