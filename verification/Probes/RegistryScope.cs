namespace Provisioning.Verification.Probes;

/// <summary>What an access token of a registry is asked for, as in <c>repository:team/image:pull</c>.</summary>
/// <param name="Type"><c>repository</c> or <c>registry</c>.</param>
/// <param name="Name">Repository, or <c>catalog</c>.</param>
/// <param name="Actions">Wanted actions, in the registry's names.</param>
internal sealed record RegistryScope(string Type, string Name, params string[] Actions)
{
    /// <summary>See which repositories there are.</summary>
    public static RegistryScope Catalog { get; } = new("registry", "catalog", "*");

    /// <summary>The scope as a registry reads it.</summary>
    public override string ToString() => $"{Type}:{Name}:{string.Join(',', Actions)}";

    /// <summary>Actions on a repository.</summary>
    /// <param name="name">Repository.</param>
    /// <param name="actions"><c>pull</c>, <c>push</c>, <c>delete</c>.</param>
    public static RegistryScope Repository(string name, params string[] actions) => new("repository", name, actions);
}
