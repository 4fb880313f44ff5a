namespace Provisioning.Sandbox.Arm;

/// <summary>The API versions a type or route accepts.</summary>
/// <param name="Accepted">Versions in Azure's form, oldest first.</param>
/// <param name="IsOwnedByResourceManager">Whether Resource Manager itself answers, which has its own error for a wrong version.</param>
internal sealed record ApiVersions(IReadOnlyList<string> Accepted, bool IsOwnedByResourceManager = false)
{
    /// <summary>Versions of a resource provider.</summary>
    public static ApiVersions Of(params string[] versions) => new(versions);

    /// <summary>Versions of Resource Manager's own routes.</summary>
    public static ApiVersions OfResourceManager(params string[] versions) => new(versions, IsOwnedByResourceManager: true);

    /// <summary>Why a version is not accepted, or null when it is.</summary>
    /// <param name="version">The query's <c>api-version</c>, or null.</param>
    /// <param name="target">What is asked, for the message.</param>
    public ArmError? Check(string? version, ArmId target)
    {
        if (string.IsNullOrEmpty(version))
        {
            return ArmError.BadRequest(
                "MissingApiVersionParameter",
                "Every request needs the query parameter 'api-version'.");
        }

        if (Accepted.Contains(version, StringComparer.OrdinalIgnoreCase))
            return null;

        var supported = string.Join(", ", Accepted);
        return IsOwnedByResourceManager
            ? ArmError.BadRequest("InvalidApiVersionParameter", $"The API version '{version}' is not supported here. Use one of {supported}.")
            : ArmError.BadRequest(
                "NoRegisteredProviderFound",
                $"The type '{target.Type}' is not registered with API version '{version}'. Use one of {supported}.");
    }
}
