using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Provisioning.Engine.State.Json;

/// <summary>Reads resources of versions 1 to 4 of Pulumi's states.</summary>
/// <param name="valuesOf">Reads the property values of a resource.</param>
/// <param name="version">The version of the file.</param>
internal sealed class ResourceReader(Func<Urn, StateElement, PropertyValueReader> valuesOf, int version)
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "urn", "custom", "delete", "id", "type", "inputs", "outputs", "defaults", "parent", "protect", "taint", "external", "dependencies",
        "initErrors", "provider", "propertyDependencies", "pendingReplacement", "additionalSecretOutputs", "aliases", "customTimeouts", "importID",
        "retainOnDelete", "deletedWith", "replaceWith", "created", "modified", "sourcePosition", "stackTrace", "ignoreChanges", "hideDiff",
        "replaceOnChanges", "replacementTrigger", "refreshBeforeUpdate", "resourceHooks");

    /// <summary>Members whose meaning this engine does not have; leaving them out would change what the state says.</summary>
    private static readonly string[] Unsupported = ["viewOf", "extensionRef", "snippetID"];

    /// <summary>Reads a resource.</summary>
    /// <exception cref="StateException">It has no URN or type, or something in it is not understood.</exception>
    public ResourceState Read(StateElement element)
    {
        var urn = element.Urn("urn") ?? throw new StateException(StateErrorCode.InvalidUrn, $"The state cannot be used: {element.Where} has no URN.");
        var type = element.Text("type");
        if (!urn.HasType(type))
        {
            throw new StateException(
                StateErrorCode.InvalidType,
                type.Length == 0 ? $"The state cannot be used: '{urn}' has no type." : $"The state cannot be used: '{urn}' has the type '{type}', which is not that of its URN.");
        }

        if (Unsupported.FirstOrDefault(name => element.Find(name) is not null) is { } unsupported)
        {
            throw new StateException(
                StateErrorCode.UnsupportedFeature,
                $"'{urn}' has '{unsupported}', which this engine does not support; use Pulumi's own CLI for this stack.");
        }

        var values = valuesOf(urn, element);
        var inputs = values.ReadMap(element.Find("inputs"));
        var dependencies = element.Urns("dependencies");
        return new ResourceState
        {
            Urn = urn,
            Custom = element.Flag("custom"),
            Delete = element.Flag("delete"),
            Id = element.Text("id"),
            Inputs = inputs,
            Outputs = values.ReadMap(element.Find("outputs")),
            Parent = element.Urn("parent"),
            Protect = element.Flag("protect"),
            Taint = element.Flag("taint"),
            External = element.Flag("external"),
            Dependencies = dependencies,
            InitErrors = element.Texts("initErrors"),
            Provider = Provider(urn, element.Text("provider")),
            // Before version 3 every dependency counted for every input.
            PropertyDependencies = version < 3
                ? Dependencies(inputs.Keys.Select(name => KeyValuePair.Create(name, dependencies)))
                : Dependencies(element),
            PendingReplacement = element.Flag("pendingReplacement"),
            AdditionalSecretOutputs = element.Texts("additionalSecretOutputs"),
            Aliases = element.Urns("aliases"),
            CustomTimeouts = Timeouts(element.Find("customTimeouts")),
            ImportId = element.Text("importID"),
            RetainOnDelete = element.Flag("retainOnDelete"),
            DeletedWith = element.Urn("deletedWith"),
            ReplaceWith = element.Urns("replaceWith"),
            Created = element.Time("created"),
            Modified = element.Time("modified"),
            SourcePosition = element.Text("sourcePosition"),
            StackTrace = [.. element.Items("stackTrace").Select(frame => frame.Text("sourcePosition"))],
            IgnoreChanges = element.Texts("ignoreChanges"),
            HideDiff = element.Texts("hideDiff"),
            ReplaceOnChanges = element.Texts("replaceOnChanges"),
            ReplacementTrigger = element.Find("replacementTrigger") is { } trigger ? values.Read(trigger) : null,
            RefreshBeforeUpdate = element.Flag("refreshBeforeUpdate"),
            Hooks = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                element.Members("resourceHooks").Select(member => KeyValuePair.Create(member.Name, member.Value.AsItems().Select(item => item.AsText()).ToImmutableArray()))),
            Foreign = element.MembersExcept(Known),
        };
    }

    private static ProviderReference? Provider(Urn urn, string text)
    {
        if (text.Length == 0)
            return null;

        return ProviderReference.TryParse(text, out var reference) && reference.Urn.IsProvider
            ? reference
            : throw new StateException(StateErrorCode.InvalidProvider, $"The state cannot be used: the provider of '{urn}' is '{text}', which is not <provider URN>::<id>.");
    }

    /// <summary>Reads what each property depends on.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Urn>> Dependencies(StateElement element) => Dependencies(
        element.Members("propertyDependencies").Select(member => KeyValuePair.Create(member.Name, member.Value.AsItems().Select(item => item.AsUrn()).ToImmutableArray())));

    private static ImmutableSortedDictionary<string, ImmutableArray<Urn>> Dependencies(IEnumerable<KeyValuePair<string, ImmutableArray<Urn>>> pairs) =>
        ImmutableSortedDictionary.Create<string, ImmutableArray<Urn>>(StringComparer.Ordinal).SetItems(pairs);

    /// <summary>Reads limits of time; null when there are none.</summary>
    public static CustomTimeouts? Timeouts(StateElement? element) => element is { } timeouts
        ? new CustomTimeouts(Seconds(timeouts, "create"), Seconds(timeouts, "update"), Seconds(timeouts, "delete"), Seconds(timeouts, "read"))
        : null;

    private static TimeSpan? Seconds(StateElement timeouts, string name) => timeouts.Find(name) switch
    {
        null => null,
        { } element => element.Json.ValueKind == System.Text.Json.JsonValueKind.Number ? TimeSpan.FromSeconds(element.Json.GetDouble()) : throw element.Wrong("seconds"),
    };
}
