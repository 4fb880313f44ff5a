using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>What Deep Lake remembers: organizations, their members and workload identities, and users with their API tokens.</summary>
internal sealed class DeepLakeStore(SandboxContext context)
{
    // Guards the uniqueness of a principal in its organization.
    private readonly Lock _gate = new();
    private readonly WorldTable<Organization> _organizations = context.World.Table<Organization>("deepLakeOrganizations");
    private readonly WorldTable<User> _users = context.World.Table<User>("deepLakeUsers");
    private readonly WorldTable<Membership> _memberships = context.World.Table<Membership>("deepLakeMemberships");
    private readonly WorldTable<ApiToken> _tokens = context.World.Table<ApiToken>("deepLakeTokens");
    private readonly WorldTable<Registration> _registrations = context.World.Table<Registration>("deepLakeRegistrations");
    private readonly WorldTable<Workspace> _workspaces = context.World.Table<Workspace>("deepLakeWorkspaces");
    private readonly WorldTable<DeepLakeQuirks> _quirks = context.World.Table<DeepLakeQuirks>("deepLakeQuirks");

    /// <summary>How the service answers where its documentation is silent.</summary>
    public DeepLakeQuirks Quirks
    {
        get => _quirks.Find("quirks") ?? new DeepLakeQuirks();
        set => _quirks.Put("quirks", value);
    }

    /// <summary>Adds a user.</summary>
    public User AddUser(string name)
    {
        var user = new User(context.Random.NewGuid(), name, $"{name}@sandbox.example", context.Now);
        _users.Put(Key(user.Id), user);
        return user;
    }

    /// <summary>Adds an organization with one workspace, whose creator becomes its administrator; null when the id is taken.</summary>
    public Organization? AddOrganization(string id, string name, Guid creator)
    {
        var organization = new Organization(id, name, creator, context.Now);
        if (!_organizations.TryAdd(id, organization))
            return null;

        SetRole(id, creator, MemberRole.Admin);
        _workspaces.Put($"{id}/default", new Workspace(id, "default", "Default"));
        return organization;
    }

    /// <summary>Makes a user a member of an organization, or changes the role.</summary>
    public void SetRole(string organization, Guid user, MemberRole role) =>
        _memberships.Put($"{organization}/{Key(user)}", new Membership(organization, user, role));

    /// <summary>Makes an API token and gives it away once; only its hash is kept.</summary>
    public string IssueToken(Guid user, string organization, TimeSpan lifetime)
    {
        var token = "dl_" + Convert.ToHexStringLower(context.Random.NextBytes(32));
        _tokens.Put(Hash(token), new ApiToken(Hash(token), user, organization, context.Now + lifetime));
        return token;
    }

    /// <summary>The token of which this is the text, if it is valid now.</summary>
    public ApiToken? FindToken(string token) => _tokens.Find(Hash(token)) is { } found && context.Now < found.ExpiresAt ? found : null;

    /// <summary>The user with an id, or null.</summary>
    public User? FindUser(Guid id) => _users.Find(Key(id));

    /// <summary>The organization with an id, or null.</summary>
    public Organization? FindOrganization(string id) => _organizations.Find(id);

    /// <summary>The role of a user in an organization, or null when the user is no member.</summary>
    public MemberRole? FindRole(string organization, Guid user) => _memberships.Find($"{organization}/{Key(user)}")?.Role;

    /// <summary>The organizations of a user, oldest first.</summary>
    public ImmutableArray<Organization> ListOrganizations(Guid user) =>
        [.. _organizations.Where(organization => FindRole(organization.Id, user) is not null).OrderBy(organization => organization.CreatedAt)];

    /// <summary>The workspaces of an organization, by id.</summary>
    public ImmutableArray<Workspace> ListWorkspaces(string organization) =>
        [.. _workspaces.Where(workspace => Same(workspace.OrganizationId, organization)).OrderBy(workspace => workspace.Id, StringComparer.Ordinal)];

    /// <summary>Registers a principal; null when the organization has it already.</summary>
    public Registration? Register(string organization, string name, Guid clientId, Guid tenantId)
    {
        lock (_gate)
        {
            if (FindRegistrations(clientId, tenantId).Any(other => Same(other.OrganizationId, organization)))
                return null;

            var registration = new Registration(context.Random.NewGuid(), organization, name, clientId, tenantId, context.Now);
            _registrations.Put(Key(registration.Id), registration);
            return registration;
        }
    }

    /// <summary>The registrations of a principal in all organizations.</summary>
    public ImmutableArray<Registration> FindRegistrations(Guid clientId, Guid tenantId) =>
        [.. _registrations.Where(registration => registration.ClientId == clientId && registration.TenantId == tenantId)];

    /// <summary>The registrations of an organization, oldest first.</summary>
    public ImmutableArray<Registration> ListRegistrations(string organization) =>
        [.. _registrations.Where(registration => Same(registration.OrganizationId, organization)).OrderBy(registration => registration.CreatedAt)];

    /// <summary>A registration of an organization, or null.</summary>
    public Registration? FindRegistration(string organization, string id) =>
        Guid.TryParse(id, out var key) && _registrations.Find(Key(key)) is { } found && Same(found.OrganizationId, organization) ? found : null;

    /// <summary>Removes a registration.</summary>
    public void Remove(Registration registration) => _registrations.Remove(Key(registration.Id));

    private static bool Same(string organization, string other) => organization.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Key(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
