using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Arm.Subscriptions;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;
using Directory = Provisioning.Sandbox.Entra.Directory;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// What Resource Manager remembers and asks. Everything in it but the directory is guarded by <see cref="Gate"/>: one request at a time
/// looks and changes, so that no request sees half of another's work.
/// </summary>
internal sealed class ArmWorld
{
    /// <summary>Opens Resource Manager's part of a sandbox's world.</summary>
    public ArmWorld(SandboxContext sandbox, EntraTenant tenant)
    {
        Sandbox = sandbox;
        Tenant = tenant;
        Resources = new ResourceStore(sandbox.World);
        Names = new NameReservations(sandbox.World);
        SoftDeleted = new SoftDeletedResources(sandbox, Names);
        Removal = new ResourceRemoval(this);
        Operations = new LongRunningOperations(sandbox);
        Roles = new RoleDefinitionStore(sandbox.World);
        Assignments = new RoleAssignmentStore(sandbox.World);
        Locks = new LockStore(sandbox.World);
        Providers = new ProviderRegistrations(sandbox.World);
        Access = new AccessEvaluator(Assignments, Roles, sandbox.Clock);
    }

    /// <summary>Held while a request looks at or changes anything here.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The sandbox: clock, options, addresses.</summary>
    public SandboxContext Sandbox { get; }

    /// <summary>The tenant whose tokens are good.</summary>
    public EntraTenant Tenant { get; }

    /// <summary>The tenant's principals.</summary>
    public Directory Directory => Tenant.Directory;

    /// <summary>The resources.</summary>
    public ResourceStore Resources { get; }

    /// <summary>Names that are unique beyond their resource group.</summary>
    public NameReservations Names { get; }

    /// <summary>Deleted resources that can come back.</summary>
    public SoftDeletedResources SoftDeleted { get; }

    /// <summary>Removes resources with all that belongs to them.</summary>
    public ResourceRemoval Removal { get; }

    /// <summary>Operations that outlast their request.</summary>
    public LongRunningOperations Operations { get; }

    /// <summary>Roles.</summary>
    public RoleDefinitionStore Roles { get; }

    /// <summary>Who has which role where.</summary>
    public RoleAssignmentStore Assignments { get; }

    /// <summary>Management locks.</summary>
    public LockStore Locks { get; }

    /// <summary>Resource providers and whether the subscription uses them.</summary>
    public ProviderRegistrations Providers { get; }

    /// <summary>Answers who may do what.</summary>
    public AccessEvaluator Access { get; }

    /// <summary>The ids of all subscriptions.</summary>
    public IReadOnlyList<ArmId> Subscriptions => [Subscription, ArmId.Parse($"/subscriptions/{SandboxOptions.SharedSubscriptionId}")];

    /// <summary>The id of the subscription that stacks deploy to.</summary>
    public ArmId Subscription => ArmId.Parse($"/subscriptions/{Sandbox.Options.SubscriptionId}");

    /// <summary>The id of the subscription that a thing is in; the one that stacks deploy to for the tenant's root.</summary>
    public ArmId SubscriptionOf(ArmId id) => id.SubscriptionId is { } subscription ? ArmId.Parse($"/subscriptions/{subscription}") : Subscription;

    /// <summary>The resource of an id as its GET shows it, or null when it is gone.</summary>
    public JsonObject? View(ArmId id) =>
        Resources.Find(id) is { } resource && ArmTypes.Find(id.Type) is { } type ? type.View(resource, this) : null;
}
