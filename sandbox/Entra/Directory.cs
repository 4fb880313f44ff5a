using System.Collections.Immutable;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Entra;

/// <summary>
/// The tenant's applications and service principals. Reads by an owner (<c>Find…</c>) see every object; reads that go to a replica
/// (<c>FindReplicated…</c>, <c>List…</c>) see a new object only after the replication delay, as in Entra.
/// </summary>
/// <remarks>Safe for concurrent use. Changes and deletions of objects are seen at once; only births are delayed.</remarks>
internal sealed class Directory(SandboxContext context)
{
    // Guards what concerns more than one record: the uniqueness of keys, and an application with its service principal.
    private readonly Lock _gate = new();
    private readonly WorldTable<Application> _applications = context.World.Table<Application>("applications");
    private readonly WorldTable<ServicePrincipal> _principals = context.World.Table<ServicePrincipal>("servicePrincipals");

    /// <summary>The tenant.</summary>
    public Guid TenantId => context.Options.TenantId;

    /// <summary>Whether readers see an object by now.</summary>
    /// <param name="visibleAt">The object's <c>VisibleAt</c>.</param>
    public bool IsVisible(DateTimeOffset visibleAt) => visibleAt <= context.Now;

    /// <summary>Adds an application, without a service principal.</summary>
    /// <param name="displayName">Its name.</param>
    /// <param name="shape">Sets its other properties; the ids and times it is given are the directory's.</param>
    /// <exception cref="DirectoryConflictException">Its unique name or an identifier URI is taken, maybe by a deleted one.</exception>
    public Application CreateApplication(string displayName, Func<Application, Application> shape)
    {
        lock (_gate)
        {
            var application = shape(new Application
            {
                ObjectId = context.Random.NewGuid(),
                AppId = context.Random.NewGuid(),
                DisplayName = displayName,
                CreatedAt = context.Now,
                VisibleAt = context.Now + context.Options.Delays.PrincipalReplication,
            });
            EnsureKeysAreFree(application);
            _applications.Put(Key(application.ObjectId), application);
            return application;
        }
    }

    /// <summary>Changes an application in one step; null when it does not exist.</summary>
    /// <exception cref="DirectoryConflictException">A new identifier URI is taken.</exception>
    public Application? UpdateApplication(Guid objectId, Func<Application, Application> change)
    {
        lock (_gate)
        {
            if (FindApplication(objectId) is not { } application)
                return null;

            var changed = change(application);
            EnsureKeysAreFree(changed);
            _applications.Put(Key(objectId), changed);
            return changed;
        }
    }

    /// <summary>Deletes an application so that it can be restored, and its service principal for good; false when it does not exist.</summary>
    public bool DeleteApplication(Guid objectId)
    {
        lock (_gate)
        {
            if (FindApplication(objectId) is not { } application)
                return false;

            _applications.Put(Key(objectId), application with { DeletedAt = context.Now });
            if (FindServicePrincipalByAppId(application.AppId) is { } principal)
                _principals.Remove(Key(principal.ObjectId));
            return true;
        }
    }

    /// <summary>Brings a deleted application back, without its service principal; null when it is not among the deleted.</summary>
    public Application? RestoreApplication(Guid objectId)
    {
        lock (_gate)
        {
            return FindDeletedApplication(objectId) is null
                ? null
                : _applications.Update(Key(objectId), application => application with { DeletedAt = null });
        }
    }

    /// <summary>Forgets a deleted application, so that its keys are free again; false when it is not among the deleted.</summary>
    public bool PurgeApplication(Guid objectId)
    {
        lock (_gate)
            return FindDeletedApplication(objectId) is not null && _applications.Remove(Key(objectId));
    }

    /// <summary>An application by its object id, replicated or not; null when it does not exist.</summary>
    public Application? FindApplication(Guid objectId) =>
        _applications.Find(Key(objectId)) is { DeletedAt: null } application ? application : null;

    /// <summary>An application by its client id, replicated or not; null when it does not exist.</summary>
    public Application? FindApplicationByAppId(Guid appId) =>
        _applications.Where(application => application.AppId == appId && application.DeletedAt is null).SingleOrDefault();

    /// <summary>The application of a unique name, seen by readers or not; null when there is none.</summary>
    public Application? FindApplicationByUniqueName(string uniqueName) =>
        _applications.Where(application => application.UniqueName == uniqueName && application.DeletedAt is null).FirstOrDefault();

    /// <summary>A deleted application by its object id; null when it is not among the deleted.</summary>
    public Application? FindDeletedApplication(Guid objectId) =>
        _applications.Find(Key(objectId)) is { DeletedAt: not null } application ? application : null;

    /// <summary>The applications that readers see, oldest first.</summary>
    public ImmutableArray<Application> ListApplications() =>
    [
        .. _applications.Where(application => application.DeletedAt is null && IsVisible(application.VisibleAt))
            .OrderBy(application => application.CreatedAt),
    ];

    /// <summary>The deleted applications, oldest first.</summary>
    public ImmutableArray<Application> ListDeletedApplications() =>
        [.. _applications.Where(application => application.DeletedAt is not null).OrderBy(application => application.CreatedAt)];

    /// <summary>Adds the service principal of an application.</summary>
    /// <param name="application">The application.</param>
    /// <param name="shape">Sets its other properties; the ids and times it is given are the directory's.</param>
    /// <exception cref="DirectoryConflictException">The application has one.</exception>
    public ServicePrincipal CreateServicePrincipal(Application application, Func<ServicePrincipal, ServicePrincipal> shape)
    {
        lock (_gate)
        {
            if (FindServicePrincipalByAppId(application.AppId) is not null)
                throw new DirectoryConflictException("appId", application.AppId.ToString());

            return Add(shape(NewPrincipal(ServicePrincipalKind.Application, application.AppId, application.DisplayName, null)));
        }
    }

    /// <summary>Adds the service principal of a managed identity, with a new client id and object id.</summary>
    /// <param name="displayName">The identity's name, or that of the resource that owns it.</param>
    /// <param name="resourceId">The ARM id of the identity, or of the resource that owns it.</param>
    public ServicePrincipal CreateManagedIdentity(string displayName, string resourceId) =>
        Add(NewPrincipal(ServicePrincipalKind.ManagedIdentity, context.Random.NewGuid(), displayName, resourceId));

    /// <summary>Adds an application and its service principal as they are, unless the client id is known.</summary>
    public void Seed(Application application, ServicePrincipal principal)
    {
        lock (_gate)
        {
            if (FindServicePrincipalByAppId(application.AppId) is not null)
                return;

            _applications.Put(Key(application.ObjectId), application);
            Add(principal);
        }
    }

    /// <summary>Changes a service principal in one step; null when it does not exist.</summary>
    public ServicePrincipal? UpdateServicePrincipal(Guid objectId, Func<ServicePrincipal, ServicePrincipal> change) =>
        _principals.Update(Key(objectId), change);

    /// <summary>Removes a service principal; false when it does not exist.</summary>
    public bool DeleteServicePrincipal(Guid objectId) => _principals.Remove(Key(objectId));

    /// <summary>A service principal by its object id, replicated or not; null when it does not exist.</summary>
    public ServicePrincipal? FindServicePrincipal(Guid objectId) => _principals.Find(Key(objectId));

    /// <summary>A service principal by its client id, replicated or not; null when it does not exist.</summary>
    public ServicePrincipal? FindServicePrincipalByAppId(Guid appId) =>
        _principals.Where(principal => principal.AppId == appId).SingleOrDefault();

    /// <summary>A service principal by its object id if readers see it; null when it does not exist or is not replicated yet.</summary>
    public ServicePrincipal? FindReplicatedServicePrincipal(Guid objectId) =>
        FindServicePrincipal(objectId) is { } principal && IsVisible(principal.VisibleAt) ? principal : null;

    /// <summary>The service principals that readers see, oldest first.</summary>
    public ImmutableArray<ServicePrincipal> ListServicePrincipals() =>
        [.. _principals.Where(principal => IsVisible(principal.VisibleAt)).OrderBy(principal => principal.CreatedAt)];

    private static string Key(Guid objectId) => objectId.ToString();

    private ServicePrincipal NewPrincipal(ServicePrincipalKind kind, Guid appId, string displayName, string? resourceId) => new()
    {
        ObjectId = context.Random.NewGuid(),
        AppId = appId,
        Kind = kind,
        DisplayName = displayName,
        ResourceId = resourceId,
        CreatedAt = context.Now,
        VisibleAt = context.Now + context.Options.Delays.PrincipalReplication,
    };

    private ServicePrincipal Add(ServicePrincipal principal)
    {
        _principals.Put(Key(principal.ObjectId), principal);
        return principal;
    }

    private void EnsureKeysAreFree(Application application)
    {
        if (application.UniqueName is null && application.IdentifierUris.IsEmpty)
            return;

        foreach (var other in _applications.Where(other => other.ObjectId != application.ObjectId))
        {
            if (application.UniqueName is { } name && name == other.UniqueName)
                throw new DirectoryConflictException("uniqueName", name);
            if (application.IdentifierUris.FirstOrDefault(uri => other.IdentifierUris.Contains(uri)) is { } taken)
                throw new DirectoryConflictException("identifierUris", taken);
        }
    }
}
