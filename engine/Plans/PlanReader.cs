using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Plans;

/// <summary>Reads what <see cref="PlanWriter"/> or Pulumi wrote.</summary>
/// <param name="stack">The stack that is to be updated.</param>
/// <param name="secrets">What the secrets of its state are encrypted with.</param>
public sealed class PlanReader(StackReference stack, ISecretsManager secrets)
{
    /// <summary>Reads the content of a plan's file.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="source">What messages call the file.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    /// <exception cref="PlanException">It is no plan, or one of another stack.</exception>
    /// <exception cref="SecretsException">Its secrets cannot be decrypted.</exception>
    public async Task<UpdatePlan> ReadAsync(ReadOnlyMemory<byte> utf8, string source, CancellationToken cancellationToken)
    {
        try
        {
            var root = Parse(utf8.Span, source);
            RequireStack(root, source);
            var plaintexts = await SecretVault.DecryptAsync(root, secrets, cancellationToken).ConfigureAwait(false);
            var values = new PropertyValueReader(ciphertext => plaintexts[ciphertext], (_, _, _) => { });
            return new UpdatePlan(
                SnapshotReader.ReadManifest(root, verifyMagic: false),
                ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty.SetItems(root.Members("config").Select(ReadConfig)),
                root.Members("resourcePlans").ToImmutableDictionary(member => Urn.Parse(member.Name), member => ReadResource(member.Value, values)));
        }
        catch (StateException exception)
        {
            throw new PlanException(PlanRefusal.Unreadable, $"{exception.Message} Make a new plan with 'preview --save-plan'.", exception);
        }
    }

    private static StateElement Parse(ReadOnlySpan<byte> utf8, string source)
    {
        try
        {
            var root = new StateElement(JsonElement.Parse(utf8, StateDocument.JsonOptions), source, "plan");
            return root.Find("manifest") is null ? throw root.Wrong("an update plan with the member 'manifest'") : root;
        }
        catch (JsonException exception)
        {
            throw new PlanException(
                PlanRefusal.Unreadable,
                $"{source} is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}); make a new plan with 'preview --save-plan'.",
                exception);
        }
    }

    private void RequireStack(StateElement root, string source)
    {
        foreach (var (name, resource) in root.Members("resourcePlans"))
        {
            if (!Urn.TryParse(name, out var urn))
                throw new StateException(StateErrorCode.InvalidUrn, $"The plan cannot be read: {resource.Where} must be named by a URN.");
            if (urn.Stack != stack.Stack || urn.Project != stack.Project)
            {
                throw new PlanException(
                    PlanRefusal.OtherStack,
                    $"{source} is a plan of the stack '{new StackReference(urn.Project, urn.Stack)}' and not of '{stack}'; name that stack with --stack, or make a plan of this one.");
            }
        }
    }

    private static KeyValuePair<ConfigKey, ConfigValue> ReadConfig((string Name, StateElement Value) member) =>
        ConfigKey.TryParse(member.Name, "", out var key)
            ? KeyValuePair.Create(key, ConfigJson.Read(member.Value.Json))
            : throw member.Value.Wrong("a configuration value named <namespace>:<key>");

    private static ResourcePlan ReadResource(StateElement element, PropertyValueReader values) => new()
    {
        Goal = element.Find("goal") is { } goal ? ReadGoal(goal, values) : null,
        Steps = [.. element.Items("steps").Select(ReadStep)],
        Outputs = element.Find("state") is { } outputs ? values.ReadMap(outputs) : null,
        Seed = ReadSeed(element),
    };

    private static StepOp ReadStep(StateElement element) =>
        StepOpNames.TryParse(element.AsText(), out var op) ? op : throw new StateException(StateErrorCode.Unreadable, $"The plan cannot be read: {element.Where} is '{element.AsText()}', which is no step.");

    private static byte[] ReadSeed(StateElement element) => element.Find("seed") switch
    {
        null => [],
        { } seed => seed.Json.ValueKind == JsonValueKind.String && seed.Json.TryGetBytesFromBase64(out var bytes) ? bytes : throw seed.Wrong("base64"),
    };

    private static GoalPlan ReadGoal(StateElement element, PropertyValueReader values) => new()
    {
        Type = element.Text("type"),
        Name = element.Text("name"),
        Custom = element.Flag("custom"),
        InputDiff = ReadChanges(element.Find("inputDiff"), values),
        OutputDiff = ReadChanges(element.Find("outputDiff"), values),
        Parent = element.Urn("parent"),
        Protect = element.Flag("protect"),
        Dependencies = element.Urns("dependencies"),
        Provider = ReadProvider(element.Find("provider")),
        PropertyDependencies = ResourceReader.Dependencies(element),
        DeleteBeforeReplace = element.Find("deleteBeforeReplace") is null ? null : element.Flag("deleteBeforeReplace"),
        IgnoreChanges = element.Texts("ignoreChanges"),
        AdditionalSecretOutputs = element.Texts("additionalSecretOutputs"),
        Aliases = element.Urns("aliases"),
        Id = element.Text("id"),
        CustomTimeouts = ResourceReader.Timeouts(element.Find("customTimeouts")),
    };

    private static ProviderReference? ReadProvider(StateElement? element) => element switch
    {
        null => null,
        { } provider => ProviderReference.TryParse(provider.AsText(), out var reference) ? reference : throw provider.Wrong("<provider URN>::<id>"),
    };

    private static PropertyChanges ReadChanges(StateElement? element, PropertyValueReader values) => element is { } changes
        ? new PropertyChanges(values.ReadMap(changes.Find("adds")), changes.Texts("deletes"), values.ReadMap(changes.Find("updates")))
        : PropertyChanges.None;
}
