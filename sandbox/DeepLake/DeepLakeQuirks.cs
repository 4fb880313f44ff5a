namespace Provisioning.Sandbox.DeepLake;

/// <summary>Answers to what Deep Lake's documentation leaves open. Clients must work with every combination.</summary>
internal sealed record DeepLakeQuirks
{
    /// <summary>What lists of workload identities come in.</summary>
    public ListEnvelope ListEnvelope { get; init; } = ListEnvelope.Bare;

    /// <summary>Whether one workload identity comes inside of the member <c>workload_identity</c>.</summary>
    public bool WrapsObjects { get; init; }

    /// <summary>Whether the organization is called <c>organization_id</c> instead of <c>org_id</c>.</summary>
    public bool LongNames { get; init; }

    /// <summary>The member that holds an error's text.</summary>
    public string ErrorKey { get; init => field = value ?? "error"; } = "error";

    /// <summary>Whether an organization looks absent to those who are no members, instead of forbidden.</summary>
    public bool HidesOrganizations { get; init; }

    /// <summary>Whether Azure tokens for the old name of ARM are accepted too.</summary>
    public bool AcceptsLegacyAudience { get; init; }
}
