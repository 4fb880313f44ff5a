using System.Collections.Immutable;
using Azure.Core;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Actors;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Rights;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>What has to hold of an actor, and what must not be possible for it.</summary>
internal sealed class CheckPlan
{
    private const string AssignIdentity = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

    private readonly StackDocument document;
    private readonly AccessPlan plan;
    private readonly DeployedStack stack;
    private readonly VerificationTarget target;
    private readonly ResourceReader reader;
    private readonly AssignedRoles roles;
    private readonly GrantDiagnosis diagnosis;
    private readonly ProbeIndex probes;
    private readonly Places places;
    private readonly ILookup<string, AccessGrant> grants;

    /// <summary>Prepares the checks of a stack.</summary>
    public CheckPlan(StackDocument document, AccessPlan plan, DeployedStack stack, VerificationTarget target, ResourceReader reader, AssignedRoles roles)
    {
        (this.document, this.plan, this.stack, this.target, this.reader, this.roles) = (document, plan, stack, target, reader, roles);
        diagnosis = new GrantDiagnosis(roles, stack, target.Time);
        probes = new ProbeIndex(target, stack);
        places = new Places(document);
        grants = plan.Grants.ToLookup(grant => grant.Principal.Address, StringComparer.Ordinal);
    }

    /// <summary>How an actor signs in; everything that it does depends on the first one.</summary>
    public ImmutableArray<ICheck> SignIns(Actor actor, PlatformAccess.Open access)
    {
        var explanation = new SignInDiagnosis(IdentityId(actor.Principal), Prerequisites(actor), new TrustedTokens(reader), diagnosis);
        return [.. access.SignIns.Select(signIn => new SignInCheck(signIn, target.ResourceManagerScope, explanation))];
    }

    /// <summary>Tokens that Entra must not accept for an actor, where its platform can be made to sign them.</summary>
    public ImmutableArray<ICheck> RefusedTokens(Actor actor, PlatformAccess.Open access) =>
        actor is Actor.Federated federated && access.Assertions is { } assertions
            ? [.. new RefusedTokens(federated, assertions, new EntraClient(target), target).All()]
            : [];

    /// <summary>What an actor does with what it was granted, and what it must not do.</summary>
    public ImmutableArray<ICheck> Access(Actor actor, TokenCredential credential) =>
        [.. Allowed(actor, credential), .. Memberships(actor, credential), .. NotAllowed(actor, credential)];

    /// <summary>What can be seen without being the actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="canAct">Whether it is tried as the actor too, so that only what has no probe is looked at.</param>
    public ImmutableArray<ICheck> Standing(Actor actor, bool canAct)
    {
        var own = grants[actor.Principal.Address].ToImmutableArray();
        return
        [
            .. own.Where(grant => !canAct || !Uses(grant).Any()).Select(grant => new AssignmentCheck(grant, diagnosis)),
            .. IsOurs(actor.Principal) ? new ICheck[] { new SurplusCheck(stack.PrincipalIdOf(actor.Principal), own, roles, stack) } : [],
            .. Connections(actor),
        ];
    }

    private IEnumerable<ICheck> Allowed(Actor actor, TokenCredential credential) =>
        from grant in grants[actor.Principal.Address]
        from use in Uses(grant)
        select new AccessCheck(use.What, use.Probe, credential, grant, diagnosis);

    private IEnumerable<(string What, Probes.IProbe Probe)> Uses(AccessGrant grant)
    {
        if (grant is { Role.Name: "Managed Identity Operator", Scope: AccessScope.Resource { Target: Identity identity } })
            return [($"may hand {identity.Address} to Azure's resources", probes.Action(stack.Get("identities", identity.Name, "resourceId"), AssignIdentity))];

        return
            from place in places.All
            where GrantedRights.Gives(grant, place.Right, place.Place)
            let probe = probes.Find(place.Right, place.Place)
            where probe is not null
            select (Places.Use(place.Right, place.Place), probe);
    }

    private IEnumerable<ICheck> NotAllowed(Actor actor, TokenCredential credential)
    {
        var rights = new GrantedRights([.. grants[actor.Principal.Address]]);
        return
            from place in places.All
            where IsOurs(actor.Principal) && rights.SurelyLacks(place.Right, place.Place)
            let probe = probes.Find(place.Right, place.Place)
            where probe is not null
            select new RefusalCheck(Places.ToUse(place.Right, place.Place), probe, credential);
    }

    private IEnumerable<ICheck> Memberships(Actor actor, TokenCredential credential)
    {
        var registrations = plan.Registrations.Where(registration => registration.Principal.Address == actor.Principal.Address).ToList();
        foreach (var registration in registrations)
        {
            yield return new MembershipCheck(registration, probes.Membership(registration.Organization), credential, stack);
            yield return new RefusalCheck($"to administer {registration.Organization.Address}", probes.Administration(registration.Organization), credential);
        }

        if (registrations is [{ Organization: var known }, ..])
            yield return new RefusalCheck("to call an organization that it is not registered with", probes.StrangeMembership(known), credential);

        var others = document.DeepLake.Where(organization => registrations.TrueForAll(own => own.Organization.Address != organization.Address));
        foreach (var organization in others)
            yield return new RefusalCheck($"to call {organization.Address}", probes.Membership(organization), credential);
    }

    private IEnumerable<ICheck> Connections(Actor actor) =>
        from workspace in document.Workspaces
        from connection in workspace.Connections
        where connection.Identity.Target.Address == actor.Principal.Address
        select new ConnectionCheck(workspace, connection, reader, stack);

    private ImmutableArray<AccessGrant> Prerequisites(Actor actor) => actor is Actor.InPod pod
        ? [.. grants[new Principal.Kubelet(pod.Binding.Cluster.Target).Address].Where(grant =>
            grant.Scope is AccessScope.NodeResourceGroup || grant.Scope.Address == pod.Binding.Identity.Target.Address)]
        : [];

    private string? IdentityId(Principal principal) =>
        principal is Principal.Managed managed ? stack.Get("identities", managed.Identity.Name, "resourceId") : null;

    /// <summary>Whether all that a principal may do is the stack's business: Azure and others give more to identities that they made.</summary>
    private static bool IsOurs(Principal principal) => principal switch
    {
        Principal.Managed managed => managed.Identity.Existing is null,
        Principal.ServicePrincipal service => service.Application.Existing is null,
        Principal.OfCompute compute => compute.Compute.Existing is null,
        _ => false,
    };
}
