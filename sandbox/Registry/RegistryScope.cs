namespace Provisioning.Sandbox.Registry;

/// <summary>What a token is asked for or good for, as in <c>repository:team/image:pull,push</c>. Tokens carry it as JSON.</summary>
/// <param name="Type"><c>repository</c> or <c>registry</c>.</param>
/// <param name="Name">Repository, or <c>catalog</c>.</param>
/// <param name="Actions">Wanted or granted actions.</param>
internal sealed record RegistryScope(string Type, string Name, IReadOnlyList<string> Actions)
{
    /// <summary>Reads scopes separated by blanks; what is none is left out.</summary>
    public static IReadOnlyList<RegistryScope> Parse(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => scope.Split(':'))
            .Where(parts => parts.Length is 3)
            .Select(parts => new RegistryScope(parts[0], parts[1], parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Type}:{Name}:{string.Join(',', Actions)}";
}
