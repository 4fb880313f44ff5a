using System.Collections.Immutable;

namespace Provisioning.Sandbox.Entra;

/// <summary>
/// The tenant: its applications and service principals. Reads by an owner see every object; reads that go to a
/// replica (<c>FindReplicated…</c>, <c>List…</c>) see a new object only after the replication delay, as in Entra.
/// </summary>
/// <remarks>
/// Thread-safe: one lock guards the four maps, and every object is an immutable record. Changes and deletions of
/// objects are seen at once; only births are delayed.
/// </remarks>
public sealed class Directory
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Func<Guid> newId;
    private readonly TimeSpan replicationDelay;
    private readonly Dictionary<Guid, Application> applications;
    private readonly Dictionary<Guid, Application> deletedApplications;
    private readonly Dictionary<Guid, ServicePrincipal> servicePrincipals;
    private readonly Dictionary<Guid, Guid> objectIdsByAppId;

    /// <summary>Opens a directory on a stored state.</summary>
    /// <param name="state">What it holds at first.</param>
    /// <param name="time">The clock that replication goes by.</param>
    /// <param name="newId">Gives object ids and client ids, never the same twice.</param>
    /// <param name="replicationDelay">How long a new object stays invisible to readers; zero for not at all.</param>
    public Directory(DirectoryState state, TimeProvider time, Func<Guid> newId, TimeSpan replicationDelay)
    {
        this.time = time;
        this.newId = newId;
        this.replicationDelay = replicationDelay;
        TenantId = state.TenantId;
        applications = state.Applications.ToDictionary(application => application.ObjectId);
        deletedApplications = state.DeletedApplications.ToDictionary(application => application.ObjectId);
        servicePrincipals = state.ServicePrincipals.ToDictionary(principal => principal.ObjectId);
        objectIdsByAppId = state.ServicePrincipals.ToDictionary(principal => principal.AppId, principal => principal.ObjectId);
    }

    /// <summary>The tenant.</summary>
    public Guid TenantId { get; }

    /// <summary>When an object that is born now becomes visible to readers.</summary>
    public DateTimeOffset NextVisibility => time.GetUtcNow() + replicationDelay;

    /// <summary>Everything it holds now.</summary>
    public DirectoryState State
    {
        get
        {
            lock (gate)
            {
                return new DirectoryState
                {
                    TenantId = TenantId,
                    Applications = [.. applications.Values],
                    DeletedApplications = [.. deletedApplications.Values],
                    ServicePrincipals = [.. servicePrincipals.Values],
                };
            }
        }
    }

    /// <summary>Whether readers see an object of this birth yet.</summary>
    /// <param name="visibleAt">The object's <c>VisibleAt</c>.</param>
    public bool IsVisible(DateTimeOffset visibleAt) => visibleAt <= time.GetUtcNow();

    /// <summary>Adds an application, without a service principal.</summary>
    /// <param name="displayName">Its name.</param>
    /// <param name="shape">Sets its other properties; ids and times stay the directory's.</param>
    /// <exception cref="DirectoryConflictException">Its unique name or an identifier URI is taken, or was by a deleted one.</exception>
    public Application CreateApplication(string displayName, Func<Application, Application> shape)
    {
        lock (gate)
        {
            var application = shape(new Application
            {
                ObjectId = newId(),
                AppId = newId(),
                DisplayName = displayName,
                CreatedAt = time.GetUtcNow(),
                VisibleAt = NextVisibility,
            });
            EnsureKeysAreFree(application);
            applications.Add(application.ObjectId, application);
            return application;
        }
    }

    /// <summary>Changes an application in one step; null when it does not exist.</summary>
    /// <exception cref="DirectoryConflictException">A new identifier URI is taken.</exception>
    public Application? UpdateApplication(Guid objectId, Func<Application, Application> change)
    {
        lock (gate)
        {
            if (!applications.TryGetValue(objectId, out var application))
                return null;

            var changed = change(application);
            EnsureKeysAreFree(changed);
            return applications[objectId] = changed;
        }
    }

    /// <summary>Moves an application to the deleted ones and removes its service principal; false when it does not exist.</summary>
    public bool DeleteApplication(Guid objectId)
    {
        lock (gate)
        {
            if (!applications.Remove(objectId, out var application))
                return false;

            deletedApplications.Add(objectId, application with { DeletedAt = time.GetUtcNow() });
            if (objectIdsByAppId.TryGetValue(application.AppId, out var principal))
                Remove(principal);
            return true;
        }
    }

    /// <summary>Brings a deleted application back, without its service principal; null when it is not among the deleted.</summary>
    public Application? RestoreApplication(Guid objectId)
    {
        lock (gate)
        {
            if (!deletedApplications.Remove(objectId, out var application))
                return null;

            return applications[objectId] = application with { DeletedAt = null };
        }
    }

    /// <summary>Forgets a deleted application, so that its keys are free again; false when it is not among the deleted.</summary>
    public bool PurgeApplication(Guid objectId)
    {
        lock (gate)
            return deletedApplications.Remove(objectId);
    }

    /// <summary>An application by its object id, replicated or not; null when it does not exist.</summary>
    public Application? FindApplication(Guid objectId)
    {
        lock (gate)
            return applications.GetValueOrDefault(objectId);
    }

    /// <summary>An application by its client id, replicated or not; null when it does not exist.</summary>
    public Application? FindApplicationByAppId(Guid appId)
    {
        lock (gate)
            return applications.Values.FirstOrDefault(application => application.AppId == appId);
    }

    /// <summary>The applications that readers see, oldest first.</summary>
    public ImmutableArray<Application> ListApplications()
    {
        lock (gate)
            return [.. applications.Values.Where(application => IsVisible(application.VisibleAt)).OrderBy(application => application.CreatedAt)];
    }

    /// <summary>The deleted applications, oldest first.</summary>
    public ImmutableArray<Application> ListDeletedApplications()
    {
        lock (gate)
            return [.. deletedApplications.Values.OrderBy(application => application.CreatedAt)];
    }

    /// <summary>Adds the service principal of an application.</summary>
    /// <exception cref="DirectoryConflictException">The application has one.</exception>
    public ServicePrincipal CreateServicePrincipal(Application application) =>
        Add(new ServicePrincipal
        {
            ObjectId = newId(),
            AppId = application.AppId,
            Kind = ServicePrincipalKind.Application,
            DisplayName = application.DisplayName,
            CreatedAt = time.GetUtcNow(),
            VisibleAt = NextVisibility,
        });

    /// <summary>Adds the service principal of a managed identity, with a new client id and object id.</summary>
    /// <param name="displayName">The identity's name, or that of the resource that owns it.</param>
    /// <param name="resourceId">The ARM id of the identity, or of the resource that owns it.</param>
    public ServicePrincipal CreateManagedIdentity(string displayName, string resourceId) =>
        Add(new ServicePrincipal
        {
            ObjectId = newId(),
            AppId = newId(),
            Kind = ServicePrincipalKind.ManagedIdentity,
            DisplayName = displayName,
            ResourceId = resourceId,
            CreatedAt = time.GetUtcNow(),
            VisibleAt = NextVisibility,
        });

    /// <summary>Changes a service principal in one step; null when it does not exist.</summary>
    public ServicePrincipal? UpdateServicePrincipal(Guid objectId, Func<ServicePrincipal, ServicePrincipal> change)
    {
        lock (gate)
            return servicePrincipals.TryGetValue(objectId, out var principal) ? servicePrincipals[objectId] = change(principal) : null;
    }

    /// <summary>Removes a service principal; false when it does not exist.</summary>
    public bool DeleteServicePrincipal(Guid objectId)
    {
        lock (gate)
            return Remove(objectId);
    }

    /// <summary>A service principal by its object id, replicated or not; null when it does not exist.</summary>
    public ServicePrincipal? FindServicePrincipal(Guid objectId)
    {
        lock (gate)
            return servicePrincipals.GetValueOrDefault(objectId);
    }

    /// <summary>A service principal by its client id, replicated or not; null when it does not exist.</summary>
    public ServicePrincipal? FindServicePrincipalByAppId(Guid appId)
    {
        lock (gate)
            return objectIdsByAppId.TryGetValue(appId, out var objectId) ? servicePrincipals[objectId] : null;
    }

    /// <summary>A service principal by its object id if readers see it; null when not, whether unborn or not replicated.</summary>
    public ServicePrincipal? FindReplicatedServicePrincipal(Guid objectId) =>
        FindServicePrincipal(objectId) is { } principal && IsVisible(principal.VisibleAt) ? principal : null;

    /// <summary>The service principals that readers see, oldest first.</summary>
    public ImmutableArray<ServicePrincipal> ListServicePrincipals()
    {
        lock (gate)
            return [.. servicePrincipals.Values.Where(principal => IsVisible(principal.VisibleAt)).OrderBy(principal => principal.CreatedAt)];
    }

    private ServicePrincipal Add(ServicePrincipal principal)
    {
        lock (gate)
        {
            if (!objectIdsByAppId.TryAdd(principal.AppId, principal.ObjectId))
                throw new DirectoryConflictException("appId", principal.AppId.ToString());

            servicePrincipals.Add(principal.ObjectId, principal);
            return principal;
        }
    }

    private bool Remove(Guid objectId)
    {
        if (!servicePrincipals.Remove(objectId, out var principal))
            return false;

        objectIdsByAppId.Remove(principal.AppId);
        return true;
    }

    private void EnsureKeysAreFree(Application application)
    {
        foreach (var other in applications.Values.Concat(deletedApplications.Values))
        {
            if (other.ObjectId == application.ObjectId)
                continue;
            if (application.UniqueName is { } name && name == other.UniqueName)
                throw new DirectoryConflictException("uniqueName", name);
            if (application.IdentifierUris.FirstOrDefault(uri => other.IdentifierUris.Contains(uri)) is { } taken)
                throw new DirectoryConflictException("identifierUris", taken);
        }
    }
}
