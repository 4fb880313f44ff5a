using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>What a job gets on a Kubernetes cluster. Quantities are Kubernetes quantities such as <c>500m</c> or <c>4Gi</c>.</summary>
/// <param name="Name">Name of the instance type.</param>
/// <param name="NodeSelector">Labels that a node must have.</param>
/// <param name="Requests">Guaranteed resources by name (<c>cpu</c>, <c>memory</c>, <c>nvidia.com/gpu</c>).</param>
/// <param name="Limits">Most resources by name.</param>
public sealed record InstanceType(
    string Name,
    ImmutableSortedDictionary<string, string> NodeSelector,
    ImmutableSortedDictionary<string, string> Requests,
    ImmutableSortedDictionary<string, string> Limits);
