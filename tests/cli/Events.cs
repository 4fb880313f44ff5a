using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Cli.Tests;

/// <summary>Events as an engine would send them, for a stack with a group, an identity and a storage account.</summary>
internal static class Events
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    public static readonly Urn Stack = Urn.Create("dev", "shop", null, "pulumi:pulumi:Stack", "shop-dev");
    public static readonly Urn Group = Urn.Create("dev", "shop", Stack, "azure-native:resources:ResourceGroup", "rg");
    public static readonly Urn Access = Urn.Create("dev", "shop", Stack, "provisioning:index:Access", "access");
    public static readonly Urn Identity = Urn.Create("dev", "shop", Access, "azure-native:managedidentity:UserAssignedIdentity", "trainer");

    public static ResourceState State(Urn urn, Urn? parent, params KeyValuePair<string, PropertyValue>[] inputs) => new()
    {
        Urn = urn,
        Custom = !urn.Type.StartsWith("provisioning:", StringComparison.Ordinal) && urn != Stack,
        Parent = parent,
        Inputs = PropertyMap.Create(inputs),
    };

    public static KeyValuePair<string, PropertyValue> Input(string key, PropertyValue value) => KeyValuePair.Create(key, value);

    public static EngineEvent Pre(StepOp op, ResourceState? old, ResourceState? @new, int second = 0, bool planning = false) =>
        new EngineEvent.ResourcePre(Start.AddSeconds(second), Step(op, old, @new), planning);

    public static EngineEvent Done(StepOp op, ResourceState? old, ResourceState? @new, int second = 0, bool planning = false) =>
        new EngineEvent.ResourceOutputs(Start.AddSeconds(second), Step(op, old, @new), planning);

    public static EngineEvent Failed(StepOp op, ResourceState? old, ResourceState? @new, int second = 0) =>
        new EngineEvent.ResourceOperationFailed(Start.AddSeconds(second), Step(op, old, @new));

    public static EngineEvent Message(LogSeverity severity, Urn? urn, string message, bool ephemeral = false) =>
        new EngineEvent.Diagnostic(Start, severity, urn, message, Ephemeral: ephemeral);

    public static EngineEvent.Summary Summary(bool preview, OperationResult result, params (StepOp Op, int Count)[] changes) =>
        new(Start, TimeSpan.FromSeconds(12.2), changes.ToImmutableSortedDictionary(change => change.Op, change => change.Count), result, false, preview);

    private static StepMetadata Step(StepOp op, ResourceState? old, ResourceState? @new) => new()
    {
        Op = op,
        Urn = (@new ?? old ?? throw new ArgumentException("A step has an old or a new state.", nameof(@new))).Urn,
        Old = old,
        New = @new,
    };
}
