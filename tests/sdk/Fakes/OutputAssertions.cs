using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests.Fakes;

/// <summary>Reads outputs in tests.</summary>
internal static class OutputAssertions
{
    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static async Task<IEnumerable<T>> ElementsAsync<T>(this Output<ImmutableArray<T>> output) => [.. await output.ValueAsync()];

    public static Task<bool> IsKnownAsync<T>(this Output<T> output) => OutputUtilities.GetIsKnownAsync(output);

    public static Task<bool> IsSecretAsync<T>(this Output<T> output) => Output.IsSecretAsync(output);

    public static async Task<IEnumerable<string>> DependenciesAsync<T>(this Output<T> output) =>
        (await OutputUtilities.GetDependenciesAsync(output)).Select(resource => resource.GetResourceName()).Order();

    public static Output<T> Unknown<T>() => OutputUtilities.CreateUnknown(default(T)!);
}
