using System.Collections.Immutable;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>
/// Turns the aliases of a registration into URNs, with those it inherits because its parent was found under one.
/// </summary>
/// <remarks>The rules of Pulumi's step generator (generateAliases, inheritedChildAlias).</remarks>
internal static class AliasResolver
{
    /// <summary>The URNs a resource may have in state besides its own, in the order of preference.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="parent">Its parent.</param>
    /// <param name="aliases">What the program gave.</param>
    /// <param name="oldUrnOf">The URN under which a resource of this run was found; null when it was its own.</param>
    public static ImmutableArray<Urn> Resolve(Urn urn, Urn? parent, IEnumerable<Alias> aliases, Func<Urn, Urn?> oldUrnOf)
    {
        var own = aliases.Select(alias => Resolve(urn, parent, alias, oldUrnOf)).ToList();
        var all = new List<Urn>(own);
        if (parent is { } current && oldUrnOf(current) is { } before)
        {
            all.Add(UnderOldParent(urn, current, before));
            all.AddRange(own.Select(alias => UnderOldParent(alias, current, before)));
        }

        return [.. all.Distinct().Where(alias => alias != urn)];
    }

    private static Urn Resolve(Urn urn, Urn? parent, Alias alias, Func<Urn, Urn?> oldUrnOf)
    {
        if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            return Urn.Parse(alias.Urn);
        if (alias.AliasCase != Alias.AliasOneofCase.Spec)
            throw new FormatException("An alias gives neither a URN nor the parts of one.");

        var spec = alias.Spec;
        var aliasParent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => (Urn?)null,
            Alias.Types.Spec.ParentOneofCase.ParentUrn when spec.ParentUrn.Length > 0 =>
                Urn.Parse(spec.ParentUrn) is var given ? oldUrnOf(given) ?? given : null,
            _ => parent,
        };
        return Urn.Create(
            Or(spec.Stack, urn.Stack), Or(spec.Project, urn.Project), aliasParent, Or(spec.Type, urn.Type), Or(spec.Name, urn.Name));
    }

    private static Urn UnderOldParent(Urn child, Urn parent, Urn oldParent)
    {
        var name = child.Name.StartsWith(parent.Name, StringComparison.Ordinal)
            ? oldParent.Name + child.Name[parent.Name.Length..]
            : child.Name;
        return Urn.Create(child.Stack, child.Project, oldParent, child.Type, name);
    }

    private static string Or(string value, string fallback) => value.Length > 0 ? value : fallback;
}
