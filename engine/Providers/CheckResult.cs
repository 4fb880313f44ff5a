using System.Collections.Immutable;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>The answer of a check.</summary>
/// <param name="Inputs">The inputs to store, and to compare with from now on.</param>
/// <param name="Failures">What is wrong with them; empty when they are valid.</param>
internal sealed record CheckResult(PropertyMap Inputs, ImmutableArray<CheckFailure> Failures);
