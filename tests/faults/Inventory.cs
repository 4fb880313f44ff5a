using System.Text.Json;
using System.Text.RegularExpressions;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Authorization.Locks;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.World;

namespace Provisioning.Faults.Tests;

/// <summary>
/// All that exists in a cloud and in a state, one line for each thing, in a form in which two runs can be compared: what is
/// drawn at random is called by what it belongs to, and times are left out.
/// </summary>
internal sealed partial class Inventory
{
    private readonly Dictionary<Guid, string> _names = [];
    private readonly SandboxWorld _world;

    private Inventory(SandboxWorld world)
    {
        _world = world;
        NameIds();
    }

    /// <summary>What the sandbox of a project holds, deleted things that still block their names included.</summary>
    public static IReadOnlyList<string> OfCloud(TestProject project) => Sorted(new Inventory(project.Sandbox.Context.World).Cloud());

    /// <summary>What the state of a project holds.</summary>
    public static IReadOnlyList<string> OfState(TestProject project) =>
        Sorted(project.ReadState().Resources.Select(new Inventory(project.Sandbox.Context.World).Describe));

    /// <summary>Fails with the lines in which two inventories differ. What is there twice counts twice.</summary>
    public static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var surplus = actual.ToList();
        var missing = expected.Where(line => !surplus.Remove(line)).ToList();
        if (missing.Count + surplus.Count > 0)
            Assert.Fail($"This differs from the clean run:\n{string.Join('\n', [.. missing.Select(line => $"- {line}"), .. surplus.Select(line => $"+ {line}")])}");
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Versions();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|\+00:00)|(?<=(created|updated):)\d+")]
    private static partial Regex Times();

    [GeneratedRegex(@"(localhost|127\.0\.0\.1):\d+")]
    private static partial Regex Ports();

    private IEnumerable<string> Cloud() =>
    [
        .. _world.Table<ArmResource>("resources").All().Select(resource => Mask($"{resource.Id} {Ordered(resource.Body)}")),
        .. _world.Table<SoftDeletedResource>("softDeleted").All().Select(deleted => Mask($"deleted {deleted.Resource.Id}")),
        .. _world.Table<ManagementLock>("locks").All().Select(held => Mask($"lock {held.Id} {held.Level}")),
        .. _world.Table<RoleAssignment>("roleAssignments").All().Select(assignment =>
            $"role {assignment.RoleId} at {Mask(assignment.Scope)} of {Mask(assignment.PrincipalId.ToString())} {assignment.Condition}"),
        .. _world.Table<Application>("applications").All().Select(application =>
            $"application {application.DisplayName}, deleted: {application.DeletedAt is not null}, trusts "
            + string.Join(", ", application.FederatedCredentials.Select(credential => Mask(credential.Name)).Order(StringComparer.Ordinal))),
        .. _world.Table<ServicePrincipal>("servicePrincipals").All().Select(principal => $"principal {Mask(principal.ObjectId.ToString())}"),
        .. _world.Table<Registration>("deepLakeRegistrations").All().Select(registration =>
            $"registration {registration.Name} of {Mask(registration.ClientId.ToString())} in {registration.OrganizationId}"),
    ];

    private string Describe(JsonElement resource) => Mask(string.Join(
        ' ', resource.EnumerateObject().Where(member => member.Name is not ("created" or "modified")).Select(member => $"{member.Name}:{Ordered(member.Value)}")));

    /// <summary>The same with the members of objects in order of their names, which says nothing.</summary>
    private static string Ordered(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Ordered(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Ordered))}]",
        _ => value.GetRawText(),
    };

    private string Mask(string text)
    {
        text = Ids().Replace(text, id => _names.GetValueOrDefault(Guid.Parse(id.ValueSpan), "<id>"));
        text = Versions().Replace(text, "<version>");
        return Ports().Replace(Times().Replace(text, "<time>"), "<host>");
    }

    private void NameIds()
    {
        foreach (var known in new[] { SandboxOptions.DefaultTenantId, SandboxOptions.DefaultSubscriptionId, SandboxOptions.SharedSubscriptionId })
            _names[known] = known.ToString();
        foreach (var role in _world.Table<RoleAssignment>("roleAssignments").All())
            _names[role.RoleId] = role.RoleId.ToString();
        foreach (var application in _world.Table<Application>("applications").All())
        {
            _names[application.AppId] = $"<client of {application.DisplayName}>";
            _names[application.ObjectId] = $"<object of {application.DisplayName}>";
        }

        foreach (var resource in _world.Table<ArmResource>("resources").All().OrderBy(resource => resource.Id, StringComparer.Ordinal))
            NameIds(resource.Body, resource.Id);
        foreach (var principal in _world.Table<ServicePrincipal>("servicePrincipals").All())
            _names.TryAdd(principal.ObjectId, $"<principal of {_names.GetValueOrDefault(principal.AppId, "nobody known")}>");
    }

    /// <summary>An id that is in the body of a resource belongs to it, unless the resource only refers to another one by it.</summary>
    private void NameIds(JsonElement element, string owner)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
                NameIds(member.Value, $"{owner}.{member.Name}");
        }
        else if (element.ValueKind == JsonValueKind.String && element.TryGetGuid(out var id)
            && (owner.Contains(".properties.principalId", StringComparison.Ordinal) || owner.Contains(".properties.clientId", StringComparison.Ordinal)
                || owner.EndsWith(".identity.principalId", StringComparison.Ordinal)))
        {
            _names.TryAdd(id, $"<{owner}>");
        }
    }
}
