using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>
/// What must hold of a cloud and a state, said without the engine's notions: from the program, from what was there before a
/// command, and from what was asked of it. Whatever does not hold is a sentence of the result.
/// </summary>
internal sealed class StackModel
{
    private readonly HashSet<string> retained = [];

    /// <summary>What holds after whatever happened: the state can be worked with, and nothing in the cloud is forgotten.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state now.</param>
    /// <param name="cloud">The cloud now.</param>
    public IEnumerable<string> Always(Snapshot before, Snapshot after, IReadOnlyDictionary<string, Struct> cloud)
    {
        SnapshotIntegrity.Verify(after);
        var known = Ids(after);
        retained.UnionWith(before.Resources.Concat(before.PendingOperations.Select(operation => operation.Resource))
            .Where(resource => resource.RetainOnDelete).Select(NameOf).Where(id => !known.Contains(id)));
        known.UnionWith(after.PendingOperations.Select(operation => NameOf(operation.Resource)));
        return cloud.Keys.Where(id => !known.Contains(id) && !retained.Contains(id)).Select(id => $"'{id}' is in the cloud and forgotten");
    }

    /// <summary>What holds after a command that nobody told to delete or replace what is protected.</summary>
    public static IEnumerable<string> Protection(
        Snapshot before, IReadOnlyDictionary<string, Struct> cloudBefore, IReadOnlyDictionary<string, Struct> cloud, DeclaredProgram? program) =>
        before.Resources
            .Where(resource => resource.Protect && !resource.Delete && cloudBefore.ContainsKey(resource.Id) && !cloud.ContainsKey(resource.Id))
            .Where(resource => program is null || Declaration(resource, program) is not { Protect: false })
            .Select(resource => $"'{resource.Id}' was protected and is gone");

    /// <summary>What holds after a command with targets: nothing else has changed.</summary>
    public static IEnumerable<string> Targets(
        Snapshot before,
        IReadOnlyDictionary<string, Struct> cloudBefore,
        IReadOnlyDictionary<string, Struct> cloud,
        ImmutableArray<string> targets,
        DeclaredProgram program)
    {
        var names = before.Resources.Where(resource => resource.Id.Length > 0)
            .GroupBy(resource => resource.Id).ToDictionary(group => group.Key, group => NamesOf(group.First()));
        return cloudBefore
            .Where(resource => names.ContainsKey(resource.Key) && !IsTarget(resource.Key))
            .Where(resource => !resource.Value.Equals(cloud.GetValueOrDefault(resource.Key)))
            .Select(resource => $"'{resource.Key}' was changed and is no target");

        bool IsTarget(string id) => (names.TryGetValue(id, out var own) && own.Any(name => targets.Contains(name)))
            || (cloudBefore.TryGetValue(id, out var properties) && properties.Fields.TryGetValue("owner", out var owner) && IsTarget(owner.StringValue));

        IEnumerable<string> NamesOf(ResourceState resource) => new[] { resource.Urn.Name, Declaration(resource, program)?.Name ?? "" };
    }

    /// <summary>What holds after a whole update: state and cloud are what the program says.</summary>
    /// <param name="program">The program.</param>
    /// <param name="state">The state.</param>
    /// <param name="cloud">The cloud; null when it may have drifted.</param>
    public IEnumerable<string> Deployed(DeclaredProgram program, Snapshot state, IReadOnlyDictionary<string, Struct>? cloud)
    {
        var resources = state.Resources.Where(resource => !resource.Urn.IsProvider).ToList();
        foreach (var pending in state.PendingOperations)
            yield return $"'{pending.Resource.Urn.Name}' is pending";
        foreach (var half in resources.Where(resource => resource.Delete || resource.PendingReplacement))
            yield return $"the old half of '{half.Urn.Name}' is left";
        if (!resources.Select(resource => resource.Urn.Name).Order(StringComparer.Ordinal).SequenceEqual(program.Resources.Select(resource => resource.Name).Order(StringComparer.Ordinal)))
        {
            yield return $"the state has {string.Join(' ', resources.Select(resource => resource.Urn.Name))} and the program {string.Join(' ', program.Resources.Select(resource => resource.Name))}";
            yield break;
        }

        foreach (var resource in resources)
        {
            var declared = program.Find(resource.Urn.Name) ?? new DeclaredResource("");
            if (resource.Protect != declared.Protect && declared.Parent is null)
                yield return $"the protection of '{declared.Name}' is not what the program says";
            if (resource.Parent?.Name != declared.Parent)
                yield return $"the parent of '{declared.Name}' is not what the program says";
            if (declared.IsComponent)
                continue;
            if (!declared.IgnoreSize && !Equals(resource.Inputs.GetValueOrDefault("size"), (PropertyValue)declared.Size))
                yield return $"the size of '{declared.Name}' is not what the program says";
            if (!Equals(resource.Inputs.GetValueOrDefault("zone"), (PropertyValue)declared.Zone))
                yield return $"the zone of '{declared.Name}' is not what the program says";
            if (cloud is null)
                continue;
            if (!cloud.TryGetValue(resource.Id, out var properties))
                yield return $"'{declared.Name}' is not in the cloud";
            else if (!declared.IgnoreSize && (int)properties.Fields["size"].NumberValue != declared.Size)
                yield return $"the size of '{declared.Name}' in the cloud is not what the program says";
        }

        foreach (var id in cloud?.Keys.Except(resources.Select(resource => resource.Id)).Where(id => !retained.Contains(id)) ?? [])
            yield return $"'{id}' is in the cloud and not in the program";
    }

    /// <summary>What holds after a whole refresh: the state has what the cloud has.</summary>
    public static IEnumerable<string> Refreshed(Snapshot state, IReadOnlyDictionary<string, Struct> cloud)
    {
        foreach (var resource in state.Resources.Where(resource => resource is { Custom: true, PendingReplacement: false } && !resource.Urn.IsProvider))
        {
            if (!cloud.TryGetValue(resource.Id, out var properties))
                yield return $"'{resource.Id}' is in the state and not in the cloud";
            else if (!resource.Outputs.GetValueOrDefault("size")!.Equals((PropertyValue)properties.Fields["size"].NumberValue))
                yield return $"the size of '{resource.Id}' in the state is not that in the cloud";
        }
    }

    /// <summary>What holds after a whole destroy: nothing is left but what was to be retained.</summary>
    public IEnumerable<string> Destroyed(Snapshot state, IReadOnlyDictionary<string, Struct> cloud) =>
    [
        .. state.Resources.Select(resource => $"'{resource.Urn.Name}' is left in the state"),
        .. state.PendingOperations.Select(operation => $"'{operation.Resource.Urn.Name}' is left pending"),
        .. cloud.Keys.Where(id => !retained.Contains(id)).Select(id => $"'{id}' is left in the cloud"),
    ];

    /// <summary>The state without what differs from run to run: ids are called by the names of their resources.</summary>
    public static IEnumerable<string> Essence(Snapshot state, DeclaredProgram program)
    {
        var names = state.Resources.Where(resource => resource.Id.Length > 0).ToDictionary(resource => resource.Id, resource => resource.Urn.Name);
        var loose = program.Resources.Where(resource => resource.IgnoreSize).Select(resource => resource.Name).ToHashSet();
        return state.Resources.Where(resource => !resource.Urn.IsProvider).Select(Describe).Order(StringComparer.Ordinal);

        string Describe(ResourceState resource)
        {
            var seesLoose = program.Find(resource.Urn.Name)?.Watch is { } watched && loose.Contains(watched);
            var inputs = resource.Inputs
                .Where(input => input.Key != "name" && !(input.Key == "size" && loose.Contains(resource.Urn.Name)) && !(input.Key == "seen" && seesLoose))
                .Select(input => $"{input.Key}={(input.Value is PropertyValue.StringValue { Value: var id } ? names.GetValueOrDefault(id, id) : input.Value)}")
                .Order(StringComparer.Ordinal);
            var dependencies = resource.Dependencies.Select(urn => urn.Name).Distinct().Order(StringComparer.Ordinal);
            return $"{resource.Urn} protect={resource.Protect} retain={resource.RetainOnDelete} with={resource.DeletedWith?.Name} "
                + $"after={string.Join(',', dependencies)} {string.Join(' ', inputs)} secrets={resource.Outputs.Count(output => output.Value is PropertyValue.SecretValue)}";
        }
    }

    private static DeclaredResource? Declaration(ResourceState resource, DeclaredProgram program) =>
        program.Find(resource.Urn.Name) ?? program.Resources.FirstOrDefault(declared => declared.Alias == resource.Urn.Name);

    private static HashSet<string> Ids(Snapshot snapshot) => [.. snapshot.Resources.Where(resource => resource.Custom).Select(resource => resource.Id)];

    private static string NameOf(ResourceState resource) => resource.Inputs.GetValueOrDefault("name") is PropertyValue.StringValue name ? name.Value : resource.Id;
}
