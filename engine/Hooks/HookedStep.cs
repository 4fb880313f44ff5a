using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Hooks;

/// <summary>What hooks can be called around.</summary>
/// <param name="Operation">The operation as hooks are told it.</param>
/// <param name="Before">The kind that is called before it.</param>
/// <param name="After">The kind that is called after it.</param>
/// <param name="Resource">The resource that says which hooks it has.</param>
/// <param name="Old">The resource before; null when it is created.</param>
/// <param name="New">The resource as it is wanted; null when it is deleted.</param>
internal sealed record HookedStep(
    string Operation, HookKind Before, HookKind After, ResourceState Resource, ResourceState? Old, ResourceState? New)
{
    /// <summary>What hooks can be called around in a step; null when there is nothing.</summary>
    public static HookedStep? Of(Step step) => step switch
    {
        Step.Create create => OfCreation(create.New),
        Step.CreateReplacement create => OfCreation(create.New),
        Step.Update update => new HookedStep("update", HookKind.BeforeUpdate, HookKind.AfterUpdate, update.New, update.Old, update.New),
        Step.Delete delete when delete.CallsProvider || !delete.Old.Custom =>
            new HookedStep("delete", HookKind.BeforeDelete, HookKind.AfterDelete, delete.Old, delete.Old, null),
        _ => null,
    };

    /// <summary>The names of the hooks of a kind, in the order of the program.</summary>
    public ImmutableArray<string> Names(HookKind kind) => Resource.Hooks.GetValueOrDefault(kind.ToString(), []);

    private static HookedStep OfCreation(ResourceState planned) =>
        new("create", HookKind.BeforeCreate, HookKind.AfterCreate, planned, null, planned);
}
