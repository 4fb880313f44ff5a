using System.Collections.Immutable;
using Pulumirpc;

namespace Provisioning.Engine.Hooks;

/// <summary>Which hooks a resource has, as state holds them: names by the name of a <see cref="HookKind"/>.</summary>
internal static class HookBindings
{
    /// <summary>No hooks.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> None { get; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Reads those of a registration.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(RegisterResourceRequest.Types.ResourceHooksBinding? binding) =>
        binding is null ? None : None.SetItems(
            from entry in ((HookKind Kind, IEnumerable<string> Names)[])
            [
                (HookKind.BeforeCreate, binding.BeforeCreate),
                (HookKind.AfterCreate, binding.AfterCreate),
                (HookKind.BeforeUpdate, binding.BeforeUpdate),
                (HookKind.AfterUpdate, binding.AfterUpdate),
                (HookKind.BeforeDelete, binding.BeforeDelete),
                (HookKind.AfterDelete, binding.AfterDelete),
                (HookKind.OnError, binding.OnError),
            ]
            let names = entry.Names.ToImmutableArray()
            where !names.IsEmpty
            select KeyValuePair.Create(entry.Kind.ToString(), names));
}
