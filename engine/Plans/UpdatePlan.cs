using System.Collections.Immutable;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Plans;

/// <summary>
/// What a preview found that an update would do, to be reviewed and then held to: Pulumi's update plan
/// (sdk/go/common/apitype/plan.go). docs/update-plans.md describes the file.
/// </summary>
/// <param name="Manifest">Which engine made it, and when.</param>
/// <param name="Config">The configuration it was made with, secrets encrypted.</param>
/// <param name="Resources">What is to become of each resource; of those that are not named here, nothing.</param>
public sealed record UpdatePlan(
    Manifest Manifest,
    ImmutableSortedDictionary<ConfigKey, ConfigValue> Config,
    ImmutableDictionary<Urn, ResourcePlan> Resources);
