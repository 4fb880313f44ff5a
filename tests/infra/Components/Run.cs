using System.Collections.Immutable;
using Provisioning.Infra.Tests.Access;
using Provisioning.Infra.Tests.Plans;
using Pulumi;
using Pulumi.Utilities;

namespace Provisioning.Infra.Tests.Components;

/// <summary>Runs the program on a few lines of a document, and reads its outputs.</summary>
internal static class Run
{
    public const string Workspace =
        """
        workspaces:
          main: { name: mlw-main, identity: owner, storage: data, vault: main, registry: private, insights: main }

        """;

    public static Task<RecordedStack> Of(string sections) => RecordedStack.RunAsync(Sample.Document(sections));

    public static Task<RecordedStack> OfCompute(string compute, string more = "") =>
        Of($"{Workspace}computes:\n  one: {{ {compute} }}\n{more}");

    /// <summary>Follows a path through an output's structure, resolving the outputs inside of it.</summary>
    public static async Task<object?> At(this Output<ImmutableDictionary<string, object>> output, params string[] path)
    {
        object? value = await OutputUtilities.GetValueAsync(output);
        foreach (var key in path)
        {
            value = await Resolve((value as ImmutableDictionary<string, object>)?.GetValueOrDefault(key));
        }

        return value;
    }

    private static async Task<object?> Resolve(object? value) => value is Output<string> text ? await OutputUtilities.GetValueAsync(text) : value;
}
