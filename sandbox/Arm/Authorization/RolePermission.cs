using System.IO.Enumeration;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>One entry of a role's permissions. What the entry's exclusions take away, another entry or role may still grant.</summary>
internal sealed record RolePermission
{
    private const string AnySegments = "/*/";

    /// <summary>Patterns of control actions granted.</summary>
    public IReadOnlyList<string> Actions { get; init => field = value ?? []; } = [];

    /// <summary>Patterns taken away from <see cref="Actions"/>.</summary>
    public IReadOnlyList<string> NotActions { get; init => field = value ?? []; } = [];

    /// <summary>Patterns of data actions granted.</summary>
    public IReadOnlyList<string> DataActions { get; init => field = value ?? []; } = [];

    /// <summary>Patterns taken away from <see cref="DataActions"/>.</summary>
    public IReadOnlyList<string> NotDataActions { get; init => field = value ?? []; } = [];

    /// <summary>Whether the entry grants an action. A control pattern never grants a data action, nor the other way round.</summary>
    public bool Grants(string action, bool isDataAction) => isDataAction
        ? Any(DataActions, action) && !Any(NotDataActions, action)
        : Any(Actions, action) && !Any(NotActions, action);

    /// <summary>
    /// Whether a pattern covers an action: without regard to case, <c>*</c> stands for anything, slashes included, and a <c>*</c> that is
    /// a segment of its own also for no segment at all.
    /// </summary>
    internal static bool Covers(string pattern, string action) =>
        FileSystemName.MatchesSimpleExpression(pattern, action)
        || (pattern.Contains(AnySegments, StringComparison.Ordinal)
            && FileSystemName.MatchesSimpleExpression(pattern.Replace(AnySegments, "/", StringComparison.Ordinal), action));

    private static bool Any(IReadOnlyList<string> patterns, string action) => patterns.Any(pattern => Covers(pattern, action));
}
