using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs, for tests and for code that builds on the SDK.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is unknown, holding a value that only this class shows.</summary>
    public static Output<T> CreateUnknown<T>(T value) => Unknown(Output.Create(value));

    /// <summary>An output that is unknown, holding the value that a function computes.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> value) => Unknown(Output.Create(value()));

    /// <summary>A copy of an output that depends on one more resource.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) =>
        output.WithTraits(traits => traits with { Resources = traits.Resources.Add(resource) });

    /// <summary>Whether the value is known, once the output is settled.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    /// <summary>The value once the output is settled, secret or not; the type's default when it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).Value;

    /// <summary>The resources the output was computed from, once it is settled.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).Traits.Resources;

    private static Output<T> Unknown<T>(Output<T> output) => output.WithTraits(traits => traits with { IsKnown = false });
}
