namespace Provisioning.Infra.Model.Hosts;

/// <summary>Numeric ids that GitHub puts into immutable subjects, so that a re-used name is not the old repository.</summary>
/// <param name="Owner">Id of the organization or user.</param>
/// <param name="Repository">Id of the repository.</param>
public sealed record GitHubIds(long Owner, long Repository);
