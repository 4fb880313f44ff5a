using System.Collections.Immutable;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Graph;

/// <summary>Which application permissions of Graph the tenant's principals were granted.</summary>
internal sealed class GraphPermissions
{
    private const string ReadWriteAll = "Application.ReadWrite.All";
    private const string ReadAll = "Application.Read.All";

    private readonly WorldTable<Grant> _grants;

    /// <summary>Opens the grants of a sandbox; at the first start the deployer alone can write.</summary>
    public GraphPermissions(SandboxContext context)
    {
        _grants = context.World.Table<Grant>("graphPermissions");
        _grants.TryAdd(context.Deployer.ObjectId.ToString(), new Grant([ReadWriteAll]));
    }

    /// <summary>Whether a principal may do what an operation demands.</summary>
    public bool Allows(Guid principal, GraphPermission demanded)
    {
        var held = _grants.Find(principal.ToString())?.Permissions ?? [];
        return demanded switch
        {
            GraphPermission.ReadApplications => held.Contains(ReadAll) || held.Contains(ReadWriteAll),
            GraphPermission.WriteApplications => held.Contains(ReadWriteAll),
            _ => throw new InvalidOperationException($"Unhandled permission {demanded}."),
        };
    }

    /// <summary>Lets a principal read applications and service principals, and no more.</summary>
    public void AllowReading(Guid principal) => _grants.Put(principal.ToString(), new Grant([ReadAll]));

    internal sealed record Grant(ImmutableArray<string> Permissions);
}
