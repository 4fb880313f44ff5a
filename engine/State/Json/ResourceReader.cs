using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Provisioning.Engine.State.Json;

/// <summary>Reads resources of versions 1 to 4 of Pulumi's states. Not thread-safe.</summary>
/// <param name="valuesOf">Reads the property values of a resource.</param>
/// <param name="version">The version of the file.</param>
internal sealed class ResourceReader(Func<Urn, PropertyValueReader> valuesOf, int version)
{
    private static readonly FrozenDictionary<string, int> Known = KnownMembers.Number(
        "urn", "custom", "delete", "id", "type", "inputs", "outputs", "defaults", "parent", "protect", "taint", "external", "dependencies",
        "initErrors", "provider", "propertyDependencies", "pendingReplacement", "additionalSecretOutputs", "aliases", "customTimeouts", "importID",
        "retainOnDelete", "deletedWith", "replaceWith", "created", "modified", "sourcePosition", "stackTrace", "ignoreChanges", "hideDiff",
        "replaceOnChanges", "replacementTrigger", "refreshBeforeUpdate", "resourceHooks");

    /// <summary>Members whose meaning this engine does not have; leaving them out would change what the state says.</summary>
    private static readonly string[] Unsupported = ["viewOf", "extensionRef", "snippetID"];

    private readonly KnownMembers members = new(Known);

    /// <summary>The references to providers, of which many resources have the same.</summary>
    private readonly Dictionary<string, ProviderReference> providers = new(StringComparer.Ordinal);

    /// <summary>Reads a resource.</summary>
    /// <exception cref="StateException">It has no URN or type, or something in it is not understood.</exception>
    public ResourceState Read(StateElement element)
    {
        members.Read(element);
        var urn = members.Urn("urn") ?? throw new StateException(StateErrorCode.InvalidUrn, $"The state cannot be used: {element.Where} has no URN.");
        var type = members.Text("type");
        if (!urn.HasType(type))
        {
            throw new StateException(
                StateErrorCode.InvalidType,
                type.Length == 0 ? $"The state cannot be used: '{urn}' has no type." : $"The state cannot be used: '{urn}' has the type '{type}', which is not that of its URN.");
        }

        if (!members.Others.IsEmpty && UnsupportedMember(element) is { } unsupported)
        {
            throw new StateException(
                StateErrorCode.UnsupportedFeature,
                $"'{urn}' has '{unsupported}', which this engine does not support; use Pulumi's own CLI for this stack.");
        }

        var values = valuesOf(urn);
        var inputs = values.ReadMap("inputs", members.Find("inputs"));
        var dependencies = members.Urns("dependencies");
        return new ResourceState
        {
            Urn = urn,
            Custom = members.Flag("custom"),
            Delete = members.Flag("delete"),
            Id = members.Text("id"),
            Inputs = inputs,
            Outputs = values.ReadMap("outputs", members.Find("outputs")),
            Parent = members.Urn("parent"),
            Protect = members.Flag("protect"),
            Taint = members.Flag("taint"),
            External = members.Flag("external"),
            Dependencies = dependencies,
            InitErrors = members.Texts("initErrors"),
            Provider = Provider(urn, members.Text("provider")),
            // Before version 3 every dependency counted for every input.
            PropertyDependencies = version < 3
                ? inputs.Keys.ToImmutableSortedDictionary(name => name, _ => dependencies, StringComparer.Ordinal)
                : Dependencies(members),
            PendingReplacement = members.Flag("pendingReplacement"),
            AdditionalSecretOutputs = members.Texts("additionalSecretOutputs"),
            Aliases = members.Urns("aliases"),
            CustomTimeouts = Timeouts(members.Find("customTimeouts")),
            ImportId = members.Text("importID"),
            RetainOnDelete = members.Flag("retainOnDelete"),
            DeletedWith = members.Urn("deletedWith"),
            ReplaceWith = members.Urns("replaceWith"),
            Created = members.Time("created"),
            Modified = members.Time("modified"),
            SourcePosition = members.Text("sourcePosition"),
            StackTrace = [.. members.Items("stackTrace").Select(frame => frame.Text("sourcePosition"))],
            IgnoreChanges = members.Texts("ignoreChanges"),
            HideDiff = members.Texts("hideDiff"),
            ReplaceOnChanges = members.Texts("replaceOnChanges"),
            ReplacementTrigger = members.Find("replacementTrigger") is { } trigger ? values.ReadMember("replacementTrigger", trigger) : null,
            RefreshBeforeUpdate = members.Flag("refreshBeforeUpdate"),
            Hooks = Lists(members.Find("resourceHooks"), static names => names.AsTexts()),
            Foreign = members.Others,
        };
    }

    private static string? UnsupportedMember(StateElement element) => Unsupported.FirstOrDefault(name => element.Find(name) is not null);

    private ProviderReference? Provider(Urn urn, string text)
    {
        if (text.Length == 0)
            return null;
        if (providers.TryGetValue(text, out var known))
            return known;

        return providers[text] = ProviderReference.TryParse(text, out var reference) && reference.Urn.IsProvider
            ? reference
            : throw new StateException(StateErrorCode.InvalidProvider, $"The state cannot be used: the provider of '{urn}' is '{text}', which is not <provider URN>::<id>.");
    }

    /// <summary>Reads what each property depends on.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Urn>> Dependencies<T>(T holder)
        where T : IStateObject => Lists(holder.Find("propertyDependencies"), static urns => urns.AsUrns());

    private static ImmutableSortedDictionary<string, ImmutableArray<T>> Lists<T>(StateElement? element, Func<StateElement, ImmutableArray<T>> read)
    {
        var lists = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<T>>(StringComparer.Ordinal);
        if (element is { } map)
        {
            foreach (var member in map.AsObject())
                lists[map.NameOf(member)] = read(map.Inner(member.Value));
        }

        return lists.ToImmutable();
    }

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
