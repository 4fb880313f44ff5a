namespace Provisioning.Sandbox.Arm;

/// <summary>
/// One operation of Resource Manager: what it is called by, what it demands, and what it does. Stateless; everything it knows comes
/// with the call. Runs under Resource Manager's one lock, so that it sees and leaves a consistent world.
/// </summary>
internal abstract class ArmOperation
{
    /// <summary>Declares the operation.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="route">Route template. <c>{scope}</c> stands for the id of any resource, group or subscription.</param>
    /// <param name="versions">API versions accepted.</param>
    /// <param name="permission">Action the caller needs on the target; empty when every signed-in caller may.</param>
    protected ArmOperation(string method, string route, ApiVersions versions, string permission)
    {
        Method = method;
        Route = route;
        Versions = versions;
        Permission = permission;
    }

    /// <summary>Name of the operation.</summary>
    public string Name => GetType().Name;

    /// <summary>HTTP method.</summary>
    public string Method { get; }

    /// <summary>Route template.</summary>
    public string Route { get; }

    /// <summary>API versions accepted.</summary>
    public ApiVersions Versions { get; }

    /// <summary>Action the caller needs on the target, maybe with a route parameter in it; empty when every signed-in caller may.</summary>
    public string Permission { get; }

    /// <summary>Actions the caller may need on resources that the body names; for the coverage page.</summary>
    public virtual IReadOnlyList<string> LinkedPermissions => [];

    /// <summary>The checks behind <see cref="LinkedPermissions"/> for one request.</summary>
    public virtual IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => [];

    /// <summary>
    /// What only one such request may be writing at a time, or null. Declared with <see cref="Duration"/> and <see cref="Busy"/>.
    /// </summary>
    public virtual string? Exclusive(ArmRequest request) => null;

    /// <summary>How long the answer takes, during which <see cref="Exclusive"/> holds.</summary>
    public virtual TimeSpan Duration(ArmWorld arm) => TimeSpan.Zero;

    /// <summary>The refusal of a second writer.</summary>
    public virtual ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("AnotherOperationInProgress", $"Another operation is in progress on '{request.Target}'. Retry when it has finished.");

    /// <summary>Does what the operation is for.</summary>
    public abstract ArmResponse Invoke(ArmRequest request, ArmWorld arm);
}
