using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>Writes resources as Pulumi's ResourceV3: members in its order, empty ones left out.</summary>
/// <param name="json">Where to.</param>
/// <param name="values">Writes property values to the same place.</param>
internal sealed class ResourceWriter(GoJsonWriter json, PropertyValueWriter values)
{
    /// <summary>Writes a resource. Aliases are never part of a state; the journal keeps them to resolve references.</summary>
    public void Write(ResourceState resource, bool withAliases = false)
    {
        json.StartObject();
        json.Name("urn");
        json.String(resource.Urn.ToString());
        json.Name("custom");
        json.Boolean(resource.Custom);
        Flag("delete", resource.Delete);
        Text("id", resource.Id);
        Text("type", resource.Type);
        Map("inputs", resource.Inputs);
        Map("outputs", resource.Outputs);
        Text("parent", resource.Parent?.ToString());
        Flag("protect", resource.Protect);
        Flag("taint", resource.Taint);
        Flag("external", resource.External);
        Urns("dependencies", resource.Dependencies);
        Texts("initErrors", resource.InitErrors);
        Text("provider", resource.Provider?.ToString());
        PropertyDependencies(resource);
        Flag("pendingReplacement", resource.PendingReplacement);
        Texts("additionalSecretOutputs", resource.AdditionalSecretOutputs);
        if (withAliases)
            Urns("aliases", resource.Aliases);
        Timeouts(resource.CustomTimeouts);
        Text("importID", resource.ImportId);
        Flag("retainOnDelete", resource.RetainOnDelete);
        Text("deletedWith", resource.DeletedWith?.ToString());
        Urns("replaceWith", resource.ReplaceWith);
        Text("created", resource.Created?.ToString());
        Text("modified", resource.Modified?.ToString());
        Text("sourcePosition", resource.SourcePosition);
        StackTrace(resource.StackTrace);
        Texts("ignoreChanges", resource.IgnoreChanges);
        Texts("hideDiff", resource.HideDiff);
        Texts("replaceOnChanges", resource.ReplaceOnChanges);
        if (resource.ReplacementTrigger is not null and not PropertyValue.NullValue)
            values.WriteMember("replacementTrigger", resource.ReplacementTrigger);
        Flag("refreshBeforeUpdate", resource.RefreshBeforeUpdate);
        Hooks(resource.Hooks);
        json.Members(resource.Foreign);
        json.EndObject();
    }

    private void Hooks(ImmutableSortedDictionary<string, ImmutableArray<string>> hooks)
    {
        if (hooks.Count == 0)
            return;
        json.Name("resourceHooks");
        json.StartObject();
        foreach (var (kind, names) in hooks)
            Texts(kind, names);
        json.EndObject();
    }

    private void Flag(string name, bool value)
    {
        if (!value)
            return;
        json.Name(name);
        json.Boolean(true);
    }

    private void Text(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        json.Name(name);
        json.String(value);
    }

    private void Texts(string name, ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        json.Name(name);
        json.StartArray();
        foreach (var value in values)
            json.String(value);
        json.EndArray();
    }

    private void Urns(string name, ImmutableArray<Urn> urns)
    {
        if (urns.IsDefaultOrEmpty)
            return;
        json.Name(name);
        List(urns);
    }

    private void List(ImmutableArray<Urn> urns)
    {
        json.StartArray();
        foreach (var urn in urns)
            json.String(urn.ToString());
        json.EndArray();
    }

    private void Map(string name, PropertyMap map)
    {
        if (map.Count == 0)
            return;
        values.WriteMember(name, new PropertyValue.ObjectValue(map));
    }

    private void PropertyDependencies(ResourceState resource)
    {
        if (resource.PropertyDependencies.IsEmpty)
            return;

        json.Name("propertyDependencies");
        json.StartObject();
        foreach (var (property, dependencies) in KeyOrder.Sort([.. resource.PropertyDependencies]))
        {
            json.Name(property);
            List(dependencies);
        }

        json.EndObject();
    }

    private void Timeouts(CustomTimeouts? timeouts)
    {
        if (timeouts is null or { Create: null, Update: null, Delete: null, Read: null })
            return;

        json.Name("customTimeouts");
        json.StartObject();
        Seconds("create", timeouts.Create);
        Seconds("update", timeouts.Update);
        Seconds("delete", timeouts.Delete);
        Seconds("read", timeouts.Read);
        json.EndObject();
    }

    private void Seconds(string name, TimeSpan? limit)
    {
        if (limit is not { } value || value == TimeSpan.Zero)
            return;
        json.Name(name);
        json.Number(value.TotalSeconds);
    }

    private void StackTrace(ImmutableArray<string> positions)
    {
        if (positions.IsDefaultOrEmpty)
            return;

        json.Name("stackTrace");
        json.StartArray();
        foreach (var position in positions)
        {
            json.StartObject();
            json.Name("sourcePosition");
            json.String(position);
            json.EndObject();
        }

        json.EndArray();
    }
}
