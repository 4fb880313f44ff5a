using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Writes plans as Pulumi's DeploymentPlanV1: indented by four, secrets encrypted.</summary>
/// <param name="secrets">What the secrets of the stack's state are encrypted with.</param>
public sealed class PlanWriter(ISecretsManager secrets)
{
    /// <summary>The content of a plan's file.</summary>
    /// <exception cref="SecretsException">It holds secrets that cannot be encrypted.</exception>
    public Task<ReadOnlyMemory<byte>> WriteAsync(UpdatePlan plan, CancellationToken cancellationToken) => new SecretVault(secrets).WriteAsync(
        (json, values) =>
        {
            json.StartObject();
            new SnapshotWriter(json, values).WriteManifest(plan.Manifest);
            WriteConfig(json, plan);
            WriteResources(json, plan, values);
            json.EndObject();
            json.EndLine();
        },
        cancellationToken,
        indented: true);

    private static void WriteConfig(GoJsonWriter json, UpdatePlan plan)
    {
        if (plan.Config.IsEmpty)
            return;

        json.Name("config");
        json.StartObject();
        foreach (var (key, value) in plan.Config)
        {
            json.Name(key.ToString());
            ConfigJson.Write(json, value);
        }

        json.EndObject();
    }

    private static void WriteResources(GoJsonWriter json, UpdatePlan plan, Func<Urn, PropertyValueWriter> values)
    {
        if (plan.Resources.IsEmpty)
            return;

        json.Name("resourcePlans");
        json.StartObject();
        foreach (var (urn, resource) in plan.Resources.OrderBy(pair => pair.Key.ToString(), KeyOrder.Instance))
        {
            json.Name(urn.ToString());
            WriteResource(json, resource, values(urn));
        }

        json.EndObject();
    }

    private static void WriteResource(GoJsonWriter json, ResourcePlan resource, PropertyValueWriter values)
    {
        json.StartObject();
        if (resource.Goal is { } goal)
            WriteGoal(json, goal, values);
        Texts(json, "steps", resource.Steps.Select(step => step.Name()));
        if (resource.Outputs is { } outputs)
        {
            values.WriteMember("state", new PropertyValue.ObjectValue(outputs));
        }
        else
        {
            json.Name("state");
            json.Null();
        }

        if (!resource.Seed.IsEmpty)
            Text(json, "seed", Convert.ToBase64String(resource.Seed.Span));
        json.EndObject();
    }

    private static void WriteGoal(GoJsonWriter json, GoalPlan goal, PropertyValueWriter values)
    {
        json.Name("goal");
        json.StartObject();
        Text(json, "type", goal.Type);
        Text(json, "name", goal.Name);
        Flag(json, "custom", goal.Custom);
        WriteChanges(json, "inputDiff", goal.InputDiff, values);
        WriteChanges(json, "outputDiff", goal.OutputDiff, values);
        if (goal.Parent is { } parent)
            Text(json, "parent", parent.ToString());
        Flag(json, "protect", goal.Protect);
        Texts(json, "dependencies", goal.Dependencies.Select(urn => urn.ToString()));
        if (goal.Provider is { } provider)
            Text(json, "provider", provider.ToString());
        WriteDependencies(json, goal.PropertyDependencies);
        if (goal.DeleteBeforeReplace is { } deletesFirst)
            Flag(json, "deleteBeforeReplace", deletesFirst);
        Texts(json, "ignoreChanges", goal.IgnoreChanges);
        Texts(json, "additionalSecretOutputs", goal.AdditionalSecretOutputs);
        Texts(json, "aliases", goal.Aliases.Select(urn => urn.ToString()));
        if (goal.Id.Length > 0)
            Text(json, "id", goal.Id);
        WriteTimeouts(json, goal.CustomTimeouts);
        json.EndObject();
    }

    private static void WriteChanges(GoJsonWriter json, string name, PropertyChanges changes, PropertyValueWriter values)
    {
        json.Name(name);
        json.StartObject();
        if (changes.Adds.Count > 0)
            values.WriteMember("adds", new PropertyValue.ObjectValue(changes.Adds));
        Texts(json, "deletes", changes.Deletes);
        if (changes.Updates.Count > 0)
            values.WriteMember("updates", new PropertyValue.ObjectValue(changes.Updates));
        json.EndObject();
    }

    private static void WriteDependencies(GoJsonWriter json, ImmutableSortedDictionary<string, ImmutableArray<Urn>> dependencies)
    {
        if (dependencies.IsEmpty)
            return;

        json.Name("propertyDependencies");
        json.StartObject();
        foreach (var (property, urns) in dependencies.OrderBy(pair => pair.Key, KeyOrder.Instance))
        {
            json.Name(property);
            json.StartArray();
            foreach (var urn in urns)
                json.String(urn.ToString());
            json.EndArray();
        }

        json.EndObject();
    }

    private static void WriteTimeouts(GoJsonWriter json, CustomTimeouts? timeouts)
    {
        json.Name("customTimeouts");
        json.StartObject();
        foreach (var (name, limit) in new[] { ("create", timeouts?.Create), ("update", timeouts?.Update), ("delete", timeouts?.Delete), ("read", timeouts?.Read) })
        {
            if (limit is not { } value)
                continue;
            json.Name(name);
            json.Number(value.TotalSeconds);
        }

        json.EndObject();
    }

    private static void Flag(GoJsonWriter json, string name, bool value)
    {
        json.Name(name);
        json.Boolean(value);
    }

    private static void Text(GoJsonWriter json, string name, string value)
    {
        json.Name(name);
        json.String(value);
    }

    private static void Texts(GoJsonWriter json, string name, IEnumerable<string> values)
    {
        var texts = values.ToList();
        if (texts.Count == 0)
            return;

        json.Name(name);
        json.StartArray();
        foreach (var text in texts)
            json.String(text);
        json.EndArray();
    }
}
