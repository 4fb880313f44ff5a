namespace Provisioning.Sandbox.DeepLake;

/// <summary>Who calls, once the bearer token is checked.</summary>
internal abstract record DeepLakeCaller
{
    private DeepLakeCaller()
    {
    }

    /// <summary>A user with an API token.</summary>
    /// <param name="User">The user.</param>
    /// <param name="OrganizationId">The organization the token was made for.</param>
    public sealed record Person(User User, string OrganizationId) : DeepLakeCaller;

    /// <summary>A workload with an Azure token.</summary>
    /// <param name="Registration">The registration that accepts it; its organization is the only one the call can go to.</param>
    public sealed record Workload(Registration Registration) : DeepLakeCaller;
}
